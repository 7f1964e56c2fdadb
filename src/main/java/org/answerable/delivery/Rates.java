package org.answerable.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;

/**
 * How fast this node may send: each channel has so many texts for each second, and saves up what it
 * does not need for one; some leave each person alone for a while after a text. Safe for use by
 * many threads.
 */
final class Rates {
  /** For what came too early. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final double NANOS = 1e9;
  private final Map<String, Left> byChannel = new HashMap<>();

  private static final class Left {
    private final String organisation;
    private final int perSecond;
    private final Duration pausePerPerson;

    /** Who was written to within the pause, the earliest first. */
    private final Map<Address, Instant> leftAlone = new LinkedHashMap<>();

    private double texts;
    private Instant at = Instant.MIN;

    Left(Channel channel) {
      this.organisation = channel.organisation();
      this.perSecond = channel.perSecond();
      this.pausePerPerson = channel.pausePerPerson();
      this.texts = perSecond;
    }

    /** A clock that goes back gives nothing, and takes nothing. */
    int at(Instant now) {
      if (at.equals(Instant.MIN) || now.isAfter(at)) {
        double seconds = at.equals(Instant.MIN) ? 1 : seconds(Duration.between(at, now));
        texts = Math.min(perSecond, texts + seconds * perSecond);
        at = now;
      }
      return (int) texts;
    }

    boolean isLeftAlone(Address to, Instant now) {
      leftAlone.values().removeIf(since -> !since.plus(pausePerPerson).isAfter(now));
      return leftAlone.containsKey(to);
    }

    void take(Address to, Instant now) {
      texts--;
      if (pausePerPerson.isPositive()) {
        leftAlone.put(to, now);
      }
    }

    private static double seconds(Duration passed) {
      return passed.compareTo(PAUSE) > 0 ? 1 : passed.toNanos() / NANOS;
    }
  }

  Rates(Channels channels) {
    channels.all().forEach(channel -> byChannel.put(channel.id(), new Left(channel)));
  }

  /** How many texts of each organisation may go out now: of its channel that has the most left. */
  synchronized Map<String, Integer> places(Instant now) {
    var places = new HashMap<String, Integer>();
    Collection<Left> all = byChannel.values();
    all.forEach(left -> places.merge(left.organisation, left.at(now), Math::max));
    return places;
  }

  /** Takes one for somebody, if there is one. */
  synchronized boolean take(Address to, Instant now) {
    Left left = byChannel.get(to.channel());
    if (left == null || left.at(now) < 1 || left.isLeftAlone(to, now)) {
      return false;
    }
    left.take(to, now);
    return true;
  }
}

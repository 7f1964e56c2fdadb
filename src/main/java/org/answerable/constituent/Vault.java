package org.answerable.constituent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.answerable.channel.Address;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.DataKey;
import org.answerable.platform.keys.EpochKey;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.LivingEpochs;

/**
 * The only place that knows how a constituent can be reached. A row is found by a lookup, an HMAC
 * of the address under a key that is not in the database: all numbers of a country are hashed in
 * minutes, so a plain hash would protect nobody.
 */
public final class Vault {
  private static final String TABLE = "constituent.constituent";
  private static final String ROUTE = "route";
  private final Constituents constituents;
  private final EpochKeys keys;
  private final Ids ids;
  private final AlsoForgotten also;

  public Vault(Constituents constituents, EpochKeys keys, Ids ids) {
    this(constituents, keys, ids, (organisation, who) -> {});
  }

  /**
   * @param also what goes with somebody whose phone is gone
   */
  public Vault(Constituents constituents, EpochKeys keys, Ids ids, AlsoForgotten also) {
    this.constituents = constituents;
    this.keys = keys;
    this.ids = ids;
    this.also = also;
  }

  /**
   * {@code HMAC-SHA256(K_lookup[organisation, epoch], channel kind ‖ address)}, 32 bytes; of the
   * living epoch.
   *
   * <p>The kind is part of it: the same digits as a number and as a chat id are two people.
   */
  public byte[] lookup(Organisation organisation, Address address) {
    return lookup(organisation, address, keys.current(organisation.id()));
  }

  private static byte[] lookup(Organisation organisation, Address address, EpochKey epoch) {
    return lookup(organisation.channelKind(address.channel()), address, epoch);
  }

  private static byte[] lookup(String kind, Address address, EpochKey epoch) {
    return epoch.mac("lookup", utf8(kind), utf8(address.value()));
  }

  /** Who writes from an address: as the vault knows them, or as somebody new with a random id. */
  public Constituent who(Organisation organisation, Address address, LocalDate today) {
    return known(organisation, address).orElseGet(() -> stranger(organisation, today));
  }

  /**
   * While an epoch changes, those who were not taken over yet stand under the one before. That one
   * first: rows move from it and never back, so that nobody is missed in between.
   */
  private Optional<Constituent> known(Organisation organisation, Address address) {
    LivingEpochs living = keys.living(organisation.id());
    Optional<Constituent> before =
        living.isChanging() ? known(organisation, address, living.oldest()) : Optional.empty();
    return before.or(() -> known(organisation, address, living.epoch()));
  }

  private Optional<Constituent> known(Organisation organisation, Address address, int epoch) {
    byte[] lookup = lookup(organisation, address, keys.of(organisation.id(), epoch));
    return constituents
        .byLookup(organisation.id(), epoch, lookup)
        .map(row -> open(organisation.id(), row));
  }

  /**
   * The first day on which nothing of somebody who is forgotten today can be read any more, old
   * backups with the keys of that day included.
   */
  public LocalDate unreadableFrom(Organisation organisation, LocalDate today) {
    return today.plus(EpochLimits.LENGTH);
  }

  /** The sealed row of somebody who was not known. */
  public Constituents.Row row(ConstituentMet met) {
    Constituent person = met.person();
    EpochKey epoch = keys.current(person.organisation());
    String address = met.address().channel() + "\n" + met.address().value();
    return new Constituents.Row(
        person.who(),
        epoch.epoch(),
        person.key().wrap(epoch, place(person, "data_key")),
        person.key().seal(utf8(address), place(person, "address")),
        sealed(person, person.settings()),
        person.stopped(),
        person.muted(),
        person.seen());
  }

  /** What a person chose, sealed under their own key. */
  public byte[] sealed(Constituent person, Settings settings) {
    return person.key().seal(utf8(settings.kept()), place(person, "settings"));
  }

  /** The sealed way from a feedback to its sender: {@code epoch ‖ who}. */
  public byte[] route(RouteMade made) {
    byte[] who =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(made.who().getMostSignificantBits())
            .putLong(made.who().getLeastSignificantBits())
            .array();
    return keys.seal(
        made.organisation(), ROUTE, who, routePlace(made.organisation(), made.feedback()));
  }

  /** Whom a route leads to. */
  public UUID who(String organisation, UUID feedback, byte[] route) {
    ByteBuffer who =
        ByteBuffer.wrap(keys.open(organisation, ROUTE, route, routePlace(organisation, feedback)));
    return new UUID(who.getLong(), who.getLong());
  }

  /**
   * A person's row under the living epoch: found by its lookup, its key wrapped by its key. Where
   * their channel is not declared any more nobody writes from it; declared again, the next change
   * finds them.
   */
  public Moved takeOver(Organisation home, Constituents.Row row) {
    Constituent person = open(home.id(), row);
    EpochKey epoch = keys.current(home.id());
    return new Moved(
        row.who(),
        epoch.epoch(),
        movedLookup(home, address(person, row), epoch),
        person.key().wrap(epoch, place(person, "data_key")));
  }

  private static byte[] movedLookup(Organisation home, Address address, EpochKey epoch) {
    boolean declared =
        home.channels().stream().anyMatch(channel -> channel.id().equals(address.channel()));
    return declared
        ? lookup(home, address, epoch)
        : lookup("undeclared " + address.channel(), address, epoch);
  }

  /** What of a row an epoch's change writes anew. */
  public record Moved(UUID who, int epoch, byte[] lookup, byte[] dataKey) {

    @Override
    public String toString() {
      return "Moved[redacted]";
    }
  }

  /** How the answer to a feedback may reach its sender. */
  public Way way(String organisation, UUID feedback) {
    return constituents
        .route(organisation, feedback)
        .flatMap(route -> constituents.byId(organisation, who(organisation, feedback, route)))
        .map(row -> way(organisation, row))
        .orElseGet(Way.Forgotten::new);
  }

  /** Keeps an answer until its person asks for it, sealed under their own key. */
  public void keep(String organisation, UUID who, KeptAnswer answer) {
    constituents
        .byId(organisation, who)
        .map(row -> open(organisation, row))
        .ifPresent(person -> constituents.keep(answer.sealed(person)));
  }

  /**
   * What is kept for a person about one feedback.
   *
   * @param receipt eight digits
   */
  public List<KeptAnswer> kept(Constituent person, String receipt) {
    return constituents.kept(person.organisation(), KeptAnswer.tag(person, receipt)).stream()
        .map(row -> KeptAnswer.opened(person, row))
        .toList();
  }

  /** Whether an answer is kept for this person, of whichever feedback: their key alone opens it. */
  public boolean isKeptFor(Constituent person, Constituents.Kept row) {
    try {
      KeptAnswer.opened(person, row);
      return true;
    } catch (IllegalStateException somebodyElses) {
      return false;
    }
  }

  /** Notes that a person was asked whether an answer helped. */
  public void ask(String organisation, UUID who, HelpQuestion question, LocalDate day) {
    constituents
        .byId(organisation, who)
        .map(row -> open(organisation, row))
        .ifPresent(person -> constituents.ask(asking(new HelpAsked(person, question, day))));
  }

  /** The sealed row of what a person is asked. */
  public Constituents.Asked asking(HelpAsked asked) {
    Constituent person = asked.person();
    HelpQuestion question = asked.question();
    return new Constituents.Asked(
        person.organisation(),
        HelpQuestion.tag(person),
        asked.day(),
        question == null ? null : question.sealed(person));
  }

  /** What a person was asked last, if they have not said it yet. */
  public Optional<HelpQuestion> asked(Constituent person) {
    return constituents
        .asked(person.organisation(), HelpQuestion.tag(person))
        .map(row -> HelpQuestion.opened(person, row));
  }

  /** Forgets what was kept before a day. */
  public void dropKept(String organisation, LocalDate before) {
    constituents.dropKept(organisation, before);
  }

  /** The provider said that the person stopped us there. */
  public void stop(String organisation, UUID who) {
    constituents.stop(organisation, who);
  }

  /** The provider said that there is no such phone: what is sealed for it would wait for nobody. */
  public void forget(String organisation, UUID who) {
    also.forget(organisation, who);
    constituents.forget(organisation, who);
  }

  /**
   * Sets aside what the sender of a feedback writes, until the end of a day; the later day counts.
   * Nobody learns who that is. Whoever is forgotten has no way back and stays as they are.
   */
  public void mute(String organisation, UUID feedback, LocalDate until) {
    constituents
        .route(organisation, feedback)
        .ifPresent(
            route -> constituents.mute(organisation, who(organisation, feedback, route), until));
  }

  /**
   * All whom the vault knows, opened a few at a time, in the order of their random ids.
   *
   * <p>Nobody gets them together: what is sent is sent to one.
   */
  public void forEach(String organisation, Consumer<Constituent> each) {
    UUID last = new UUID(0, 0);
    List<Constituents.Row> page;
    do {
      page = constituents.after(organisation, last, EpochLimits.CHUNK_ROWS);
      for (Constituents.Row row : page) {
        each.accept(open(organisation, row));
        last = row.who();
      }
    } while (page.size() == EpochLimits.CHUNK_ROWS);
  }

  /** How a person may be reached now; a stranger can't be. */
  public Way way(Constituent person) {
    return constituents
        .byId(person.organisation(), person.who())
        .map(row -> way(person.organisation(), row))
        .orElseGet(Way.Forgotten::new);
  }

  private Way way(String organisation, Constituents.Row row) {
    if (row.stopped()) {
      return new Way.Stopped(row.who());
    }
    Constituent person = open(organisation, row);
    if (person.settings().way() == AnswerWay.NOT_AT_ALL) {
      return new Way.NotAsked(row.who());
    }
    return new Way.Reach(row.who(), address(person, row), person.settings(), row.seen());
  }

  private static Address address(Constituent person, Constituents.Row row) {
    byte[] plain = person.key().open(row.address(), place(person, "address"));
    String[] parts = new String(plain, StandardCharsets.UTF_8).split("\n", 2);
    return new Address(parts[0], parts[1]);
  }

  /** Somebody new, with a random id and a key of their own. */
  public Constituent stranger(Organisation organisation, LocalDate today) {
    return new Constituent(
        organisation.id(),
        ids.uuid(),
        false,
        new Settings(organisation.defaultLanguage(), AnswerWay.HERE).knownSince(today),
        false,
        null,
        today,
        DataKey.random());
  }

  /** A row, opened. */
  public Constituent open(String organisation, Constituents.Row row) {
    UUID who = row.who();
    DataKey key =
        DataKey.unwrap(
            keys.of(organisation, row.epoch()),
            row.dataKey(),
            place(organisation, who, "data_key"));
    byte[] plain = key.open(row.settings(), place(organisation, who, "settings"));
    return new Constituent(
        organisation,
        who,
        true,
        Settings.ofKept(new String(plain, StandardCharsets.UTF_8)).knownSince(row.seen()),
        row.stopped(),
        row.muted(),
        row.seen(),
        key);
  }

  private static String place(Constituent person, String column) {
    return place(person.organisation(), person.who(), column);
  }

  private static String place(String organisation, UUID who, String column) {
    return organisation + "/" + TABLE + "/" + who + "/" + column;
  }

  private static byte[] routePlace(String organisation, UUID feedback) {
    return utf8(organisation + "/constituent.route/" + feedback);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package org.answerable.intake;

import static java.util.Comparator.comparing;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.intake.Unread.Where;
import org.answerable.leader.Accounts;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.organisation.Routing;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;
import org.answerable.platform.keys.Sealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What the readers can do: see what waits unsorted, and say once what it is. Of two at once the
 * second is told what the first decided. Safe for use by many threads.
 */
@Component
public final class FirstReader {
  private static final Logger LOG = LoggerFactory.getLogger(FirstReader.class);

  private final Organisations organisations;
  private final Readings readings;
  private final UnsortedFeedback released;
  private final ConfidingAtOnce confiding;
  private final Accounts accounts;
  private final Sealer sealer;

  FirstReader(
      Organisations organisations,
      Readings readings,
      UnsortedFeedback released,
      ConfidingAtOnce confiding,
      Accounts accounts,
      Sealer sealer) {
    this.organisations = organisations;
    this.readings = readings;
    this.released = released;
    this.confiding = confiding;
    this.accounts = accounts;
    this.sealer = sealer;
  }

  /** Whether somebody is one. To everybody else the room does not exist. */
  public static boolean is(Leader leader) {
    return leader.roles().contains(Role.READER);
  }

  /** What waits, in an order that tells nothing of when it came and is the same for each reader. */
  public List<Unread> waiting(Leader reader) {
    String organisation = reader.organisation();
    return Stream.concat(
            readings.waiting(organisation, ReaderLimits.ROOM_ROWS).stream(),
            unsorted(reader).stream())
        .sorted(comparing(Unread::feedback))
        .toList();
  }

  /** One page of what was set aside; a page that is not there is the last one. */
  public AsidePage setAside(Leader reader, int page) {
    String organisation = reader.organisation();
    int all = readings.countSetAside(organisation);
    int pages = Math.max(1, Math.ceilDiv(all, ReaderLimits.ASIDE_ROWS));
    int shown = Math.clamp(page, 1, Math.min(pages, ReaderLimits.ASIDE_PAGES));
    int offset = (shown - 1) * ReaderLimits.ASIDE_ROWS;
    return new AsidePage(
        readings.setAside(organisation, ReaderLimits.ASIDE_ROWS, offset),
        readings.months(organisation),
        shown,
        pages);
  }

  /**
   * What was set aside, without saying why: what was muted must not be told from the rest.
   *
   * @param page from 1
   */
  public record AsidePage(List<Unread> rows, List<Readings.Month> months, int page, int pages) {}

  /** Something on which this reader can decide. */
  public Optional<Unread> find(Leader reader, String reference) {
    return readings
        .find(reader.organisation(), reference)
        .or(
            () ->
                unsorted(reader).stream()
                    .filter(one -> one.reference().equals(reference))
                    .findFirst());
  }

  /** The words of what a reader was shown, by feedback. */
  public Map<UUID, List<Unread.Text>> texts(Leader reader, Collection<Unread> shown) {
    var inInbox =
        shown.stream().collect(Collectors.partitioningBy(one -> one.where() == Where.INBOX));
    var texts = new HashMap<UUID, List<Unread.Text>>();
    readings
        .parts(reader.organisation(), ids(inInbox.getOrDefault(false, List.of())))
        .forEach(
            (feedback, parts) ->
                texts.put(feedback, parts.stream().map(part -> text(reader, part)).toList()));
    texts.putAll(released.texts(reader.organisation(), ids(inInbox.getOrDefault(true, List.of()))));
    return texts;
  }

  /**
   * Decides.
   *
   * @param round of what the reader saw: {@link Unread#round}
   */
  public Decided decide(Leader reader, String reference, int round, Reading reading, Instant now) {
    Organisation organisation = organisations.get(reader.organisation());
    var unread = find(reader, reference).filter(one -> one.round() == round);
    if (unread.isEmpty()) {
      return already(reader, reference, reading);
    }
    Reading whole = raised(organisation, unread.get(), reading);
    var nobody = nobodyLeft(organisation, unread.get().day(), whole);
    if (nobody.isPresent()) {
      return nobody.get();
    }
    if (whole instanceof Reading.SetAside && unread.get().where() == Where.INBOX) {
      return new Decided.Unknown();
    }
    if (!readings.decide(organisation.id(), unread.get(), whole, organisation.day(now))) {
      return already(reader, reference, whole);
    }
    if (whole instanceof Reading.Confidential) {
      confide(organisation, unread.get().feedback(), now);
    }
    return new Decided.Done();
  }

  /** The decision stands: what can't be done now, the next slot does. */
  private void confide(Organisation organisation, UUID feedback, Instant now) {
    try {
      confiding.confide(organisation, feedback, now);
    } catch (SQLException | DataAccessException e) {
      LOG.warn("what a reader confided waits for the slot: {}", e.getClass().getSimpleName());
    }
  }

  private Decided already(Leader reader, String reference, Reading mine) {
    Organisation organisation = organisations.get(reader.organisation());
    return readings
        .decision(organisation.id(), reference)
        .filter(first -> mayKnow(reader, organisation, first))
        .<Decided>map(first -> first.equals(mine) ? new Decided.Done() : new Decided.Already(first))
        .orElseGet(Decided.Unknown::new);
  }

  /** Whoever it was kept from learns nothing of it, not even that it was decided. */
  private static boolean mayKnow(Leader reader, Organisation organisation, Reading first) {
    return !(first instanceof Reading.Sorting sorting)
        || organisation
            .topic(sorting.topic())
            .filter(topic -> !isKept(reader, topic, sorting.excluded()))
            .isPresent();
  }

  private static boolean isKept(Leader leader, Topic topic, Set<String> excluded) {
    return !Collections.disjoint(leader.roles(), topic.hiddenFrom())
        || !Collections.disjoint(leader.roles(), excluded)
        || excluded.contains(leader.account().toString());
  }

  /** A sensitivity only rises; the highest leaves nothing to sort. */
  private static Reading raised(Organisation organisation, Unread unread, Reading reading) {
    if (!(reading instanceof Reading.Sorting sorting)) {
      return reading;
    }
    Sensitivity least = sorting.sensitivity().orHigher(unread.sensitivity());
    return organisation.sensitivity(least, sorting.topic()) == Sensitivity.S3
        ? new Reading.Confidential()
        : new Reading.Sorting(sorting.topic(), sorting.kind(), least, sorting.excluded());
  }

  private Optional<Decided> nobodyLeft(Organisation organisation, LocalDate day, Reading reading) {
    if (!(reading instanceof Reading.Sorting sorting)) {
      return Optional.empty();
    }
    Topic topic =
        organisation
            .topic(sorting.topic())
            .orElseThrow(() -> new IllegalArgumentException("no topic of the organisation"));
    Set<String> excluded = sorting.excluded();
    String role = Routing.of(organisation, topic.id(), day, sorting.kind(), excluded).role();
    boolean somebody =
        accounts.of(organisation.id()).stream()
            .anyMatch(leader -> acts(leader, role, topic, excluded));
    return somebody ? Optional.empty() : Optional.of(new Decided.NobodyLeft(topic, role));
  }

  private static boolean acts(Leader leader, String role, Topic topic, Set<String> excluded) {
    return leader.roles().contains(role) && !isKept(leader, topic, excluded);
  }

  /** Without what is decided, and waits for its slot. */
  private List<Unread> unsorted(Leader reader) {
    Set<UUID> decided = readings.decided(reader.organisation());
    return released.of(reader, ReaderLimits.ROOM_ROWS).stream()
        .filter(one -> !decided.contains(one.feedback()))
        .toList();
  }

  private Unread.Text text(Leader reader, Readings.Part part) {
    byte[] opened = sealer.open(reader.organisation(), part.id(), part.text());
    return new Unread.Text(part.day(), Released.Part.words(opened));
  }

  private static List<UUID> ids(List<Unread> shown) {
    return shown.stream().map(Unread::feedback).toList();
  }
}

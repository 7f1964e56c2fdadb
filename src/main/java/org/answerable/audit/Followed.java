package org.answerable.audit;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.tlog.Hash;
import org.jspecify.annotations.Nullable;

/** One feedback as the entries tell it, and so as every page and table must tell it. */
final class Followed {
  /** What members put up for a vote: it stays that. */
  private static final String PROPOSAL = "proposal";

  /** Of a table: past its day without a response. */
  private static final String OVERDUE = "overdue";

  /** Its sender says that the answer did not help: it waits again. */
  private static final String DISPUTED = "disputed";

  /** Its sender was asked something back, once, and the clock waits for them. */
  private static final String ASKED = "asked";

  /** So many days at most. */
  private static final int WAITS_DAYS = 7;

  /** What is never due. */
  private static final String PRAISE = "praise";

  /** Of a table: nothing is said of it any more since a quarter ended, which no entry says. */
  private static final String CLOSED = "closed";

  private final LocalDate asked;
  private final LocalDate opened;
  private final long committed;
  private String kind;
  private String topic;
  private String status = "released";
  private @Nullable LocalDate due;
  private @Nullable LocalDate again;
  private @Nullable LocalDate lastNamed;
  private @Nullable LocalDate responded;
  private @Nullable String decision;
  private @Nullable Hash words;
  private @Nullable Hash response;
  private LocalDate late = LocalDate.MIN;
  private boolean lost;
  private boolean askedBack;
  private int echoes;
  private final Set<Hash> texts = new HashSet<>();
  private final Set<Hash> standing = new HashSet<>();

  /**
   * @param opened its first entry
   * @param committed the index of its commitment
   */
  Followed(LogEntry opened, long committed) throws Finding {
    this.committed = committed;
    this.opened = opened.day("day");
    asked = opened.day("asked");
    kind = opened.text("kind");
    topic = opened.text("topic");
    due = opened.dayIfAny("due").orElse(null);
    lastNamed = due;
  }

  boolean isAnswered() {
    return responded != null;
  }

  boolean isWithdrawn() {
    return status.equals("withdrawn");
  }

  boolean hasWords() {
    return words != null;
  }

  boolean isProposal() {
    return kind.equals(PROPOSAL);
  }

  void change(LogEntry entry, Declarations declared) throws Finding {
    if (isProposal() != entry.text("kind").equals(PROPOSAL)) {
      throw entry.finding("takes a proposal for something else, or something else for one");
    }
    LocalDate named = entry.dayIfAny("due").orElse(null);
    requireNear(entry, named, declared);
    status = entry.text("status");
    kind = entry.text("kind");
    topic = entry.text("topic");
    if (again != null || status.equals(DISPUTED)) {
      again = named; // the day of the first answer stays
    } else {
      due = named;
    }
  }

  /**
   * Its day only comes nearer; but it moves once where its sender was asked something back, there
   * is one for what was praise, a new one for what is disputed, and none for what is praise.
   */
  private void requireNear(LogEntry entry, @Nullable LocalDate named, Declarations declared)
      throws Finding {
    LocalDate before = lastNamed;
    lastNamed = named;
    String says = entry.text("status");
    if (named == null) {
      if (before != null && !entry.text("kind").equals(PRAISE)) {
        throw moved(entry, "no day", before);
      }
    } else if (says.equals(DISPUTED) && !status.equals(DISPUTED)) {
      declared.checkDisputed(entry, named, committed);
    } else if (before == null) {
      declared.checkDue(entry, asked, named, committed);
    } else if (named.isAfter(before)) {
      if (askedBack || !says.equals(ASKED) || named.isAfter(before.plusDays(WAITS_DAYS))) {
        throw moved(entry, named.toString(), before);
      }
      askedBack = true;
    }
  }

  private static Finding moved(LogEntry entry, String to, LocalDate from) {
    return entry.finding(
        "is due on %s, but was due on %s, and nothing moves it so far".formatted(to, from));
  }

  /** Its day passed without a response, as was said on that day. */
  void overdue(LocalDate day) {
    late = day;
  }

  /** Leaders can't answer what they did not have, nor before it was said that they had not. */
  void requireInOrder(LogEntry entry, LocalDate day) throws Finding {
    if (day.isBefore(opened)) {
      throw entry.finding("is of %s, but what it answers was opened on %s".formatted(day, opened));
    }
    if (day.isBefore(late)) {
      throw entry.finding(
          "is of %s, but what it answers was said to be unanswered on %s".formatted(day, late));
    }
  }

  void respond(LogEntry entry, LocalDate day, Hash text) throws Finding {
    status = "answered";
    decision = entry.text("decision");
    responded = responded == null ? day : responded;
    response = text;
    texts.add(text);
    standing.add(text);
  }

  void promise(Hash what) {
    texts.add(what);
  }

  void publishWords(Hash hash) {
    words = hash;
    texts.add(hash);
  }

  /** How many others say that it happened to them too: told again only of more. */
  void echo(LogEntry entry) throws Finding {
    int count = entry.number("count");
    if (count <= echoes) {
      throw entry.finding("tells of no more to whom it happened too than an entry before it");
    }
    echoes = count;
  }

  /** An entry that nobody here can read is about it. */
  void lose() {
    lost = true;
  }

  boolean isLost() {
    return lost;
  }

  /** Whether that response stood, and another one may stand in its place. */
  boolean correct(Hash of, Hash to) {
    texts.add(to);
    standing.add(to);
    response = response != null && response.equals(of) ? to : response;
    return standing.remove(of);
  }

  /** Whether it had that text. Words that went with their sender may be removed once more. */
  boolean remove(Hash of) {
    standing.remove(of);
    return texts.remove(of) || isWithdrawn() && words != null && words.equals(of);
  }

  /** Nothing is due any more; gives the words that go with it. */
  Optional<Hash> withdraw() {
    status = "withdrawn";
    due = responded == null ? null : due;
    return Optional.ofNullable(words).filter(texts::remove);
  }

  /**
   * Compares it with its row.
   *
   * @param latest the day of the log's latest entry
   * @param latestDay no day after it has come
   * @param published the texts beside the log
   * @return whether the row says that it is closed, which no entry does
   */
  boolean check(Table.Row row, LocalDate latest, LocalDate latestDay, Map<Hash, String> published)
      throws Finding {
    row.says("day", asked);
    row.says("kind", kind);
    row.says("topic", topic);
    row.shows("words", text(words, published));
    LocalDate shownDue = status.equals(DISPUTED) ? again : due;
    LocalDate shownResponded = status.equals(DISPUTED) ? null : responded;
    LocalDate waitsFor = shownResponded == null ? shownDue : null;
    boolean mayBeLate = waitsFor != null && waitsFor.isBefore(latestDay);
    boolean mayBeClosed = waitsFor != null && waitsFor.isBefore(Quarters.first(latestDay));
    if (mayBeClosed && row.is("status", CLOSED)) {
      for (String column : List.of("due", "responded", "decision")) {
        row.says(column, null);
      }
      row.shows("response", null);
      return true;
    }
    boolean mustBeLate = waitsFor != null && waitsFor.isBefore(latest);
    row.says("status", mustBeLate || mayBeLate && row.is("status", OVERDUE) ? OVERDUE : status);
    row.says("due", shownDue);
    row.says("responded", shownResponded);
    row.says("decision", decision);
    row.shows("response", text(response, published));
    return false;
  }

  private @Nullable String text(@Nullable Hash hash, Map<Hash, String> published) {
    return hash == null || !texts.contains(hash) ? null : published.get(hash);
  }
}

package org.answerable.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.channel.Reply;
import org.answerable.conversation.PollFacts.Edits;
import org.answerable.conversation.PollFacts.Mine;
import org.answerable.effect.Effect;
import org.answerable.flow.Keyword;
import org.answerable.flow.Keywords;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.poll.BallotCast;
import org.answerable.poll.BallotRead;
import org.answerable.poll.BallotTap;
import org.answerable.poll.BallotsForgotten;
import org.answerable.poll.CastBallot;
import org.answerable.poll.Form;
import org.answerable.poll.OpenPoll;
import org.answerable.poll.PollLimits;
import org.answerable.responselog.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Votes. The poll that was asked last is kept as a question is, by a mark that nobody understands
 * once its key is gone: what somebody chose stands in no session, only under the poll's own key.
 */
final class PollTalk {
  /** In place of a poll's mark: which of several is asked for. */
  static final String MENU = "menu";

  private static final String FLOW = "poll";
  private final Phrases phrases;
  private final PollPhrases polls;
  private final Keywords keywords;

  PollTalk(Phrases phrases, PollPhrases polls, Keywords keywords) {
    this.phrases = phrases;
    this.polls = polls;
    this.keywords = keywords;
  }

  /**
   * VOTE: the one that is open, or which of them; with numbers it is a vote at once.
   *
   * @param numbers that stand behind the word
   */
  Decision asked(Situation situation, List<String> numbers) {
    List<OpenPoll> open = open(situation);
    boolean late = !numbers.isEmpty() && open.isEmpty() && !known(situation).over().isEmpty();
    return switch (open.size()) {
      case 0 -> situation.say(phrases.say(situation, late ? "poll-over" : "poll-none"));
      case 1 -> asked(situation, open.getFirst(), numbers);
      default -> menu(situation, open);
    };
  }

  private Decision asked(Situation situation, OpenPoll poll, List<String> numbers) {
    boolean votes = !numbers.isEmpty() && !isDoubtful(situation, poll);
    Optional<Decision> vote = votes ? read(situation, poll, true) : Optional.empty();
    return vote.orElseGet(() -> show(situation, poll));
  }

  /** VOTE and something that is a vote in an open poll, whatever is asked; empty: it is none. */
  Optional<Decision> led(Situation situation) {
    boolean led = keywords.first(situation.text().words()).equals(Optional.of(Keyword.VOTE));
    List<OpenPoll> meant = led ? reading(situation, open(situation), true) : List.of();
    if (led && meant.isEmpty()) {
      return over(situation, situation.talk(), false);
    }
    return meant.isEmpty() ? Optional.empty() : Optional.of(only(situation, true));
  }

  /** What a text is to the poll that was asked last; empty: none was, or it says something else. */
  Optional<Decision> answered(Situation situation) {
    String name = lastAsked(situation.talk());
    if (name == null) {
      return Optional.empty();
    }
    if (name.equals(MENU)) {
      return chosen(situation);
    }
    return marked(situation, name)
        .map(poll -> read(situation, poll, true))
        .orElseGet(() -> over(situation, situation.talk().backTo(situation.talk().behind()), true));
  }

  /**
   * Numbers where nothing is asked, by a leader neither: they are for the one open poll, or it is
   * asked for which.
   */
  Optional<Decision> alone(Situation situation) {
    Talk talk = situation.talk();
    boolean free = talk.asked() == null && !talk.isAwaited(situation.now());
    return free && !reading(situation, open(situation), false).isEmpty()
        ? Optional.of(only(situation, false))
        : Optional.empty();
  }

  /** Of a text that is a vote in some open poll. */
  private Decision only(Situation situation, boolean asked) {
    List<OpenPoll> open = open(situation);
    if (open.size() > 1) {
      return menu(situation, open);
    }
    OpenPoll poll = open.getFirst();
    return isDoubtful(situation, poll)
        ? show(situation, poll)
        : read(situation, poll, asked).orElseGet(() -> show(situation, poll));
  }

  /**
   * A text that was fetched later: it counts where it names its poll, or there was no other; never
   * in one that opened after it was sent.
   */
  Optional<Decision> late(Situation situation) {
    return MENU.equals(lastAsked(situation.talk()))
        ? Optional.of(menu(situation, open(situation))).filter(menu -> isNumbers(situation))
        : led(situation).or(() -> answered(situation)).or(() -> alone(situation));
  }

  /** A vote that was changed where it stands; empty: it was none, or is none any more. */
  Optional<Decision> edited(Situation situation) {
    return switch (known(situation).edits()) {
      case Edits.Nothing nothing -> Optional.empty();
      case Edits.Over over -> over(situation, situation.talk(), true);
      case Edits.Vote(String name) ->
          open(situation).stream()
              .filter(poll -> poll.reference().equals(name))
              .findFirst()
              .map(poll -> read(situation, poll, true))
              .orElseGet(() -> over(situation, situation.talk(), true));
    };
  }

  /** A button below the poll that was asked last; empty: it was not one of a poll. */
  Optional<Decision> tapped(Situation situation) {
    String name = lastAsked(situation.talk());
    return name == null || name.equals(MENU)
        ? Optional.empty()
        : marked(situation, name).map(poll -> tapped(situation, poll));
  }

  private Decision tapped(Situation situation, OpenPoll poll) {
    int options = poll.terms().options().size();
    Optional<Integer> number =
        PollMenu.number(situation.text().words()).filter(one -> one >= 1 && one <= options);
    if (number.isEmpty()) {
      return show(situation, poll);
    }
    CastBallot cast = mine(situation, poll).cast();
    Form form = Form.of(poll.terms().form());
    Decision decision =
        switch (BallotTap.of(form, cast == null ? "" : cast.line(), number.get())) {
          case BallotRead.Vote(String line) -> voted(situation, poll, line);
          case BallotRead.Wrong wrong -> wrong(situation, poll, wrong);
          case BallotRead.Other other -> show(situation, poll);
        };
    return decision.withReply(new Reply(decision.reply().texts(), false, true));
  }

  /** What goes before whoever is forgotten: of a poll too whose last day is over. */
  List<Effect> forgotten(Situation situation) {
    List<String> open = known(situation).open().stream().map(OpenPoll::reference).toList();
    var person = situation.person();
    return open.isEmpty()
        ? List.of()
        : List.of(new BallotsForgotten(person.organisation(), person.who(), open));
  }

  private static PollFacts known(Situation situation) {
    return situation.facts().polls();
  }

  /** Those that are open, and were when the text was sent. */
  private static List<OpenPoll> open(Situation situation) {
    LocalDate sent = sent(situation);
    return known(situation).open().stream()
        .filter(poll -> !situation.today().isAfter(poll.terms().closes()))
        .filter(poll -> !sent.isBefore(poll.terms().opens()))
        .toList();
  }

  private static LocalDate sent(Situation situation) {
    Instant sent = known(situation).sent();
    return sent == null ? situation.today() : situation.home().day(sent);
  }

  /**
   * Whether a fetched text may have been meant for another poll, which is over by now: not where
   * this one was the last that was asked.
   */
  private static boolean isDoubtful(Situation situation, OpenPoll poll) {
    return known(situation).sent() != null
        && !mine(situation, poll).mark().equals(lastAsked(situation.talk()))
        && known(situation).over().stream()
            .anyMatch(other -> !other.terms().closes().isBefore(sent(situation)));
  }

  private static Optional<OpenPoll> marked(Situation situation, String mark) {
    return open(situation).stream()
        .filter(
            poll -> known(situation).in(poll).filter(one -> one.mark().equals(mark)).isPresent())
        .findFirst();
  }

  private static Mine mine(Situation situation, OpenPoll poll) {
    return known(situation)
        .in(poll)
        .orElseThrow(() -> new IllegalStateException("a vote of which nothing was looked up"));
  }

  /** Those to which a text means something. */
  private static List<OpenPoll> reading(Situation situation, List<OpenPoll> among, boolean asked) {
    return among.stream()
        .filter(poll -> !(read(poll, situation, asked) instanceof BallotRead.Other))
        .toList();
  }

  private static BallotRead read(OpenPoll poll, Situation situation, boolean asked) {
    return poll.reader().read(situation.text().words(), situation.language(), asked);
  }

  private Optional<Decision> read(Situation situation, OpenPoll poll, boolean asked) {
    return switch (read(poll, situation, asked)) {
      case BallotRead.Vote(String line) -> Optional.of(voted(situation, poll, line));
      case BallotRead.Wrong wrong -> Optional.of(wrong(situation, poll, wrong));
      case BallotRead.Other other -> Optional.empty();
    };
  }

  private Decision voted(Situation situation, OpenPoll poll, String line) {
    var person = situation.person();
    Mine mine = mine(situation, poll);
    Instant sent = known(situation).sent();
    CastBallot before = mine.cast();
    if (sent != null && before != null && before.at().isAfter(sent)) {
      return answer(situation, poll, phrases.say(situation, "ballot-late"), List.of());
    }
    String vote = polls.vote(situation.home(), poll.terms(), line, situation.language());
    Reply said =
        phrases.sayWith(
            situation,
            "ballot-read",
            Map.of(
                "vote", vote,
                "code", Receipt.shown(mine.receipt()),
                "date", phrases.day(poll.terms().closes(), situation.language())));
    var ballot = new CastBallot(line, sent == null ? situation.now() : sent);
    var cast = new BallotCast(person.organisation(), poll.reference(), person.who(), ballot);
    return answer(situation, poll, buttons(situation, poll, said, line), List.of(cast));
  }

  private Decision wrong(Situation situation, OpenPoll poll, BallotRead.Wrong wrong) {
    String key =
        switch (wrong.fault()) {
          case NOT_LISTED -> "ballot-unlisted";
          case TWICE -> "ballot-twice";
          case TOO_MANY -> "ballot-too-many";
          case TOO_MANY_POINTS -> "ballot-points";
          case UNCLEAR -> "ballot-unclear";
        };
    String example = Form.of(poll.terms().form()).example(poll.terms().options().size());
    Map<String, String> values =
        Map.of(
            "number", wrong.what(),
            "example", example,
            "most", String.valueOf(PollLimits.POINTS));
    return answer(situation, poll, phrases.sayWith(situation, key, values), List.of());
  }

  private Decision show(Situation situation, OpenPoll poll) {
    String text = polls.asked(situation.home(), poll.terms(), situation.language());
    CastBallot cast = mine(situation, poll).cast();
    Reply reply = buttons(situation, poll, Reply.of(text), cast == null ? "" : cast.line());
    return situation.decide(reply, asking(situation, poll), List.of());
  }

  /** What is said to a vote, or to what was meant as one. */
  private Decision answer(Situation situation, OpenPoll poll, Reply reply, List<Effect> effects) {
    return situation.decide(reply, asking(situation, poll), effects).aboutBallot(poll.reference());
  }

  /** A button for each option, with what the vote so far says of it. */
  private Reply buttons(Situation situation, OpenPoll poll, Reply said, String line) {
    List<String> labels = polls.labels(situation.home(), poll.terms(), situation.language());
    List<String> marks = BallotTap.marks(line, labels.size());
    List<String> choices =
        IntStream.range(0, labels.size())
            .mapToObj(place -> labels.get(place) + marks.get(place))
            .toList();
    return new Reply(List.of(new Reply.Text(said.texts().getFirst().body(), choices)));
  }

  private Decision menu(Situation situation, List<OpenPoll> open) {
    List<String> questions =
        open.stream()
            .map(poll -> polls.question(situation.home(), poll.terms(), situation.language()))
            .toList();
    String choices =
        IntStream.range(0, questions.size())
            .mapToObj(place -> (place + 1) + " " + questions.get(place))
            .collect(Collectors.joining(" "));
    Reply said = phrases.sayWith(situation, "polls-open", Map.of("options", choices));
    Reply reply = new Reply(List.of(new Reply.Text(said.texts().getFirst().body(), questions)));
    return situation.decide(reply, asking(situation.talk(), MENU), List.of());
  }

  private Optional<Decision> chosen(Situation situation) {
    List<OpenPoll> open = open(situation);
    return PollMenu.number(situation.text().words())
        .filter(number -> number >= 1 && number <= open.size())
        .map(number -> show(situation, open.get(number - 1)));
  }

  /**
   * A vote in a poll that is closed by now, by numbers or by names: it would else answer nothing,
   * or another question, or be taken for feedback.
   *
   * @param next where the conversation stands after it
   * @param numbers whether numbers alone are such a vote, too
   */
  private Optional<Decision> over(Situation situation, Talk next, boolean numbers) {
    boolean meant =
        numbers && isNumbers(situation)
            || !reading(situation, known(situation).over(), true).isEmpty();
    return meant
        ? Optional.of(situation.decide(phrases.say(situation, "poll-over"), next, List.of()))
        : Optional.empty();
  }

  private static boolean isNumbers(Situation situation) {
    return PollMenu.isNumbers(situation.text().words());
  }

  /** The poll's mark, or the menu, where that was asked last; null: something else was. */
  static @Nullable String lastAsked(Talk talk) {
    byte[] asked = talk.asked();
    Session session = asked == null ? null : SessionCodec.decode(asked);
    return session != null && session.flow().equals(FLOW) ? session.node() : null;
  }

  private static Talk asking(Situation situation, OpenPoll poll) {
    return asking(situation.talk(), mine(situation, poll).mark());
  }

  /** What was asked before comes back once the poll is over. */
  private static Talk asking(Talk talk, String name) {
    byte[] waiting = lastAsked(talk) == null ? talk.asked() : talk.behind();
    return talk.askingFirst(SessionCodec.encode(new Session(FLOW, name, List.of())), waiting);
  }
}

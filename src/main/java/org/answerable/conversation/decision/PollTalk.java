package org.answerable.conversation.decision;

import static org.answerable.conversation.decision.PollSight.MENU;
import static org.answerable.conversation.decision.PollSight.isDoubtful;
import static org.answerable.conversation.decision.PollSight.isNumbers;
import static org.answerable.conversation.decision.PollSight.known;
import static org.answerable.conversation.decision.PollSight.lastAsked;
import static org.answerable.conversation.decision.PollSight.marked;
import static org.answerable.conversation.decision.PollSight.mine;
import static org.answerable.conversation.decision.PollSight.open;
import static org.answerable.conversation.decision.PollSight.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerable.channel.Reply;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.Settings;
import org.answerable.conversation.decision.PollFacts.Edits;
import org.answerable.conversation.decision.PollFacts.Mine;
import org.answerable.effect.Effect;
import org.answerable.flow.Keyword;
import org.answerable.flow.Keywords;
import org.answerable.poll.BallotCast;
import org.answerable.poll.BallotRead;
import org.answerable.poll.BallotTap;
import org.answerable.poll.BallotsForgotten;
import org.answerable.poll.CastBallot;
import org.answerable.poll.Form;
import org.answerable.poll.OpenPoll;
import org.answerable.poll.PollLimits;
import org.answerable.poll.VoteInvalid;
import org.answerable.poll.VoteLate;
import org.answerable.poll.Voter;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.Receipt;

/**
 * Votes. The poll that was asked last is kept as a question is, by a mark that nobody understands
 * once its key is gone: what somebody chose stands in no session, only under the poll's own key.
 */
final class PollTalk {
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
    boolean late = !numbers.isEmpty() && open.isEmpty() && !PollSight.over(situation).isEmpty();
    return switch (open.size()) {
      case 0 -> late ? late(situation, situation.talk()) : next(situation);
      case 1 -> asked(situation, open.getFirst(), numbers);
      default -> menu(situation, open);
    };
  }

  /** They are told of the next one, unless they want no texts at all. */
  private Decision next(Situation situation) {
    Settings settings = situation.person().settings();
    return settings.way() == AnswerWay.NOT_AT_ALL
        ? situation.say(phrases.say(situation, "poll-none"))
        : wanting(situation, "poll-next", true);
  }

  /** VOTE OFF. */
  Decision noMore(Situation situation) {
    return wanting(situation, "votes-off", false);
  }

  private Decision wanting(Situation situation, String key, boolean votes) {
    Settings settings = situation.person().settings().withVotes(votes);
    return situation.say(phrases.say(situation, key)).withSettings(settings);
  }

  private Decision asked(Situation situation, OpenPoll poll, List<String> numbers) {
    boolean votes = !numbers.isEmpty() && !isDoubtful(situation, poll);
    Optional<Decision> vote = votes ? read(situation, poll, true) : Optional.empty();
    return vote.orElseGet(() -> show(situation, poll));
  }

  /**
   * VOTE and something that is a vote in an open poll, whatever is asked, and a vote that calls
   * itself one: "my vote is 3"; empty: it is none.
   */
  Optional<Decision> led(Situation situation) {
    boolean led = keywords.first(situation.text().words()).equals(Optional.of(Keyword.VOTE));
    boolean said = led || keywords.says(situation.text().words(), Keyword.VOTE);
    List<OpenPoll> meant = said ? reading(situation, open(situation), true) : List.of();
    if (led && meant.isEmpty()) {
      return over(situation, situation.talk(), false);
    }
    return meant.isEmpty()
        ? Optional.empty()
        : Optional.of(only(situation, meant.size() == 1 ? meant : open(situation), true));
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
        ? Optional.of(only(situation, open(situation), false))
        : Optional.empty();
  }

  /** Of a text that is a vote in one of these. */
  private Decision only(Situation situation, List<OpenPoll> among, boolean asked) {
    if (among.size() > 1) {
      return menu(situation, among);
    }
    OpenPoll poll = among.getFirst();
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
          case BallotRead.Wrong wrong -> asking(situation, wrong(situation, poll, wrong), poll);
          case BallotRead.Other other -> show(situation, poll);
        };
    return decision
        .withReply(new Reply(decision.reply().texts(), false, true))
        .withEffects(decision.effects().stream().flatMap(PollTalk::byButton).toList());
  }

  /** A press is no text that could not be read, and no vote that takes another's place. */
  private static Stream<Effect> byButton(Effect effect) {
    return switch (effect) {
      case BallotCast cast -> Stream.of(cast.byButton());
      case VoteInvalid invalid -> Stream.empty();
      default -> Stream.of(effect);
    };
  }

  /** What goes before whoever is forgotten: of a poll too whose last day is over. */
  List<Effect> forgotten(Situation situation) {
    List<String> open = known(situation).open().stream().map(OpenPoll::reference).toList();
    var person = situation.person();
    return open.isEmpty()
        ? List.of()
        : List.of(new BallotsForgotten(person.organisation(), person.who(), open));
  }

  private Optional<Decision> read(Situation situation, OpenPoll poll, boolean asked) {
    return switch (PollSight.read(poll, situation, asked)) {
      case BallotRead.Vote(String line) -> Optional.of(voted(situation, poll, line));
      case BallotRead.Wrong wrong ->
          Optional.of(asking(situation, wrong(situation, poll, wrong), poll));
      case BallotRead.Other other -> Optional.empty();
    };
  }

  /** From a phone, without a code. */
  private Decision voted(Situation situation, OpenPoll poll, String line) {
    if (!mayVote(situation, poll)) {
      return notYours(situation, poll);
    }
    if (poll.terms().eligible() instanceof Eligible.Codes) {
      return say(situation, poll, "code-needed");
    }
    var voter = new Voter.Person(situation.person().who());
    return asking(situation, voted(situation, poll, line, voter, mine(situation, poll)), poll);
  }

  private static boolean mayVote(Situation situation, OpenPoll poll) {
    return switch (poll.terms().eligible()) {
      case Eligible.Anybody all -> true;
      case Eligible.WroteBefore(LocalDate day) -> situation.person().settings().wroteBefore(day);
      case Eligible.Codes codes -> true; // whoever holds one, whatever their phone
    };
  }

  private Decision notYours(Situation situation, OpenPoll poll) {
    LocalDate day = ((Eligible.WroteBefore) poll.terms().eligible()).day();
    return situation.say(
        phrases.sayWith(
            situation, "poll-before", Map.of("day", phrases.day(day, situation.language()))));
  }

  /** Votes are taken with a code from any phone; nothing of it stays with this one. */
  Decision voted(Situation situation, OpenPoll poll, String line, Voter voter, Mine mine) {
    Instant sent = known(situation).sent();
    CastBallot before = mine.cast();
    if (sent != null && before != null && before.at().isAfter(sent)) {
      return answer(situation, poll, phrases.say(situation, "ballot-late"), List.of());
    }
    String vote = polls.vote(situation.home(), poll.terms(), line, situation.language());
    Reply said =
        phrases.sayWith(
            situation,
            voter instanceof Voter.Holder ? "ballot-read-code" : "ballot-read",
            Map.of(
                "vote", vote,
                "code", Receipt.shown(mine.receipt()),
                "date", phrases.day(poll.terms().closes(), situation.language())));
    var ballot = new CastBallot(line, sent == null ? situation.now() : sent);
    var cast = new BallotCast(situation.home().id(), poll.reference(), voter, ballot, false);
    Reply reply = voter instanceof Voter.Person ? buttons(situation, poll, said, line) : said;
    return answer(situation, poll, reply, List.of(cast));
  }

  /** Why a vote can't be counted, with an example. */
  Decision wrong(Situation situation, OpenPoll poll, BallotRead.Wrong wrong) {
    String key =
        switch (wrong.fault()) {
          case NOT_LISTED -> "ballot-unlisted";
          case TWICE -> "ballot-twice";
          case TOO_MANY -> "ballot-too-many";
          case TOO_MANY_POINTS -> "ballot-points";
          case UNCLEAR -> "ballot-unclear";
        };
    Map<String, String> values =
        Map.of(
            "number", wrong.what(),
            "example", example(poll),
            "most", String.valueOf(PollLimits.POINTS));
    var invalid = new VoteInvalid(situation.home().id(), poll.reference());
    return answer(situation, poll, phrases.sayWith(situation, key, values), List.of(invalid));
  }

  private static String example(OpenPoll poll) {
    return Form.of(poll.terms().form()).example(poll.terms().options().size());
  }

  /** A text about a poll with codes, with an example of its votes. */
  Decision say(Situation situation, OpenPoll poll, String key) {
    return situation.say(phrases.sayWith(situation, key, Map.of("example", example(poll))));
  }

  private Decision show(Situation situation, OpenPoll poll) {
    if (!mayVote(situation, poll)) {
      return notYours(situation, poll);
    }
    String text = polls.asked(situation.home(), poll.terms(), situation.language());
    CastBallot cast = mine(situation, poll).cast();
    boolean coded = poll.terms().eligible() instanceof Eligible.Codes;
    Reply shown = Reply.of(text);
    Reply reply = coded ? shown : buttons(situation, poll, shown, cast == null ? "" : cast.line());
    Talk next = PollSight.asking(situation.talk(), mine(situation, poll).mark());
    return situation.decide(reply, next, List.of());
  }

  /** What is said to a vote, or to what was meant as one. */
  private Decision answer(Situation situation, OpenPoll poll, Reply reply, List<Effect> effects) {
    return situation.decide(reply, situation.talk(), effects).aboutBallot(poll.reference());
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
    return situation.decide(reply, PollSight.asking(situation.talk(), MENU), List.of());
  }

  /** Other numbers may be a vote, and nobody can tell in which: it is asked again. */
  private Optional<Decision> chosen(Situation situation) {
    List<OpenPoll> open = open(situation);
    Optional<Decision> one =
        PollMenu.number(situation.text().words())
            .filter(number -> number >= 1 && number <= open.size())
            .map(number -> show(situation, open.get(number - 1)));
    boolean asks = one.isEmpty() && !open.isEmpty() && isNumbers(situation);
    return asks ? Optional.of(menu(situation, open)) : one;
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
            || !reading(situation, PollSight.over(situation), true).isEmpty();
    return meant ? Optional.of(late(situation, next)) : Optional.empty();
  }

  /** It is over, and the vote is counted as one that came late. */
  Decision late(Situation situation, Talk next) {
    List<Effect> late =
        PollSight.meant(situation).stream()
            .<Effect>map(poll -> new VoteLate(situation.home().id(), poll.reference()))
            .toList();
    return situation.decide(phrases.say(situation, "poll-over"), next, late);
  }

  /** The same, and what is written next is for the poll. */
  private static Decision asking(Situation situation, Decision decision, OpenPoll poll) {
    return decision.withNext(PollSight.asking(situation.talk(), mine(situation, poll).mark()));
  }
}

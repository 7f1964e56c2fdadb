package org.answerable.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerable.ballot.Ballot;
import org.answerable.channel.Reply;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.Settings;
import org.answerable.effect.Effect;
import org.answerable.flow.Session;
import org.answerable.flow.SessionCodec;
import org.answerable.poll.BallotCast;
import org.answerable.poll.BallotRead;
import org.answerable.poll.BallotsForgotten;
import org.answerable.poll.Form;
import org.answerable.poll.OpenPoll;
import org.answerable.poll.Voter;
import org.answerable.poll.Voting;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Votes. The poll that was asked last is kept as a question is, by its name alone: what somebody
 * chose stands in no session, only under the poll's own key.
 */
final class PollTalk {
  private static final String FLOW = "poll";

  /** In place of a poll's name: which of several is asked for. */
  private static final String MENU = "menu";

  private final Phrases phrases;
  private final PollPhrases polls;
  private final Voting voting;

  PollTalk(Phrases phrases, PollPhrases polls, Voting voting) {
    this.phrases = phrases;
    this.polls = polls;
    this.voting = voting;
  }

  /**
   * VOTE: the one that is open, or which of them; with numbers it is a vote at once.
   *
   * @param numbers that stand behind the word
   */
  Decision asked(Situation situation, List<String> numbers) {
    List<OpenPoll> open = open(situation);
    return switch (open.size()) {
      case 0 -> next(situation);
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
    Optional<Decision> vote = numbers.isEmpty() ? Optional.empty() : read(situation, poll, true);
    return vote.orElseGet(() -> show(situation, poll));
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
    return open(situation).stream()
        .filter(poll -> poll.reference().equals(name))
        .findFirst()
        .map(poll -> read(situation, poll, true))
        .orElseGet(() -> over(situation));
  }

  /**
   * Numbers where nothing is asked, by a leader neither: they are for the one open poll, or it is
   * asked for which.
   */
  Optional<Decision> alone(Situation situation) {
    Talk talk = situation.talk();
    boolean free = talk.asked() == null && !talk.isAwaited(situation.now());
    List<OpenPoll> open = free ? open(situation) : List.of();
    if (open.size() == 1) {
      return read(situation, open.getFirst(), false);
    }
    boolean meant = open.stream().anyMatch(poll -> !isOther(situation, poll));
    return meant ? Optional.of(menu(situation, open)) : Optional.empty();
  }

  /** What goes before whoever is forgotten: of a poll too whose last day is over. */
  List<Effect> forgotten(Situation situation) {
    List<String> open =
        voting.open(situation.home().id()).stream().map(OpenPoll::reference).toList();
    var person = situation.person();
    return open.isEmpty()
        ? List.of()
        : List.of(new BallotsForgotten(person.organisation(), person.who(), open));
  }

  private List<OpenPoll> open(Situation situation) {
    return voting.open(situation.home().id()).stream()
        .filter(poll -> !situation.today().isAfter(poll.terms().closes()))
        .toList();
  }

  private static boolean isOther(Situation situation, OpenPoll poll) {
    return read(poll, situation, false) instanceof BallotRead.Other;
  }

  private static BallotRead read(OpenPoll poll, Situation situation, boolean asked) {
    return poll.reader().read(situation.text().words(), situation.language(), asked);
  }

  private Optional<Decision> read(Situation situation, OpenPoll poll, boolean asked) {
    return switch (read(poll, situation, asked)) {
      case BallotRead.Vote(Ballot ballot) -> Optional.of(voted(situation, poll, ballot));
      case BallotRead.Wrong wrong -> {
        Talk next = asking(situation.talk(), poll.reference());
        yield Optional.of(situation.decide(reason(situation, poll, wrong), next, List.of()));
      }
      case BallotRead.Other other -> Optional.empty();
    };
  }

  /** From a phone, without a code. */
  private Decision voted(Situation situation, OpenPoll poll, Ballot ballot) {
    if (!mayVote(situation, poll)) {
      return notYours(situation, poll);
    }
    if (poll.terms().eligible() instanceof Eligible.Codes) {
      return say(situation, poll, "code-needed");
    }
    Decision voted = voted(situation, poll, ballot, new Voter.Person(situation.person().who()));
    return voted.withNext(asking(situation.talk(), poll.reference()));
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
  Decision voted(Situation situation, OpenPoll poll, Ballot ballot, Voter voter) {
    String home = situation.home().id();
    String receipt = voting.receipt(home, poll.reference(), voter);
    String vote = polls.vote(situation.home(), poll.terms(), ballot.ranks(), situation.language());
    Reply reply =
        phrases.sayWith(
            situation,
            voter instanceof Voter.Holder ? "ballot-read-code" : "ballot-read",
            Map.of(
                "vote", vote,
                "code", Receipt.shown(receipt),
                "date", phrases.day(poll.terms().closes(), situation.language())));
    var cast = new BallotCast(home, poll.reference(), voter, ballot);
    return situation.decide(reply, situation.talk(), List.of(cast));
  }

  /** Why a vote can't be counted, with an example. */
  Reply reason(Situation situation, OpenPoll poll, BallotRead.Wrong wrong) {
    String key =
        switch (wrong.fault()) {
          case NOT_LISTED -> "ballot-unlisted";
          case TWICE -> "ballot-twice";
          case TOO_MANY -> "ballot-too-many";
          case UNCLEAR -> "ballot-unclear";
        };
    return phrases.sayWith(
        situation, key, Map.of("number", wrong.what(), "example", example(poll)));
  }

  private static String example(OpenPoll poll) {
    return Form.of(poll.terms().form()).example(poll.terms().options().size());
  }

  /** A text about a poll with codes, with an example of its votes. */
  Decision say(Situation situation, OpenPoll poll, String key) {
    return situation.say(phrases.sayWith(situation, key, Map.of("example", example(poll))));
  }

  /** The open ones that take printed codes. */
  List<OpenPoll> coded(Situation situation) {
    return open(situation).stream()
        .filter(poll -> poll.terms().eligible() instanceof Eligible.Codes)
        .toList();
  }

  private Decision show(Situation situation, OpenPoll poll) {
    if (!mayVote(situation, poll)) {
      return notYours(situation, poll);
    }
    String text = polls.asked(situation.home(), poll.terms(), situation.language());
    boolean coded = poll.terms().eligible() instanceof Eligible.Codes;
    boolean one = !coded && Form.of(poll.terms().form()) == Form.ONE;
    List<String> buttons =
        one ? polls.labels(situation.home(), poll.terms(), situation.language()) : List.of();
    Reply reply = new Reply(List.of(new Reply.Text(text, buttons)));
    return situation.decide(reply, asking(situation.talk(), poll.reference()), List.of());
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

  /** A number for a poll that is closed by now would else answer nothing, or another question. */
  private Optional<Decision> over(Situation situation) {
    return PollMenu.isNumbers(situation.text().words())
        ? Optional.of(
            situation.decide(
                phrases.say(situation, "poll-over"),
                situation.talk().backTo(situation.talk().behind()),
                List.of()))
        : Optional.empty();
  }

  /** The poll's name, or the menu, where that was asked last. */
  private static @Nullable String lastAsked(Talk talk) {
    byte[] asked = talk.asked();
    Session session = asked == null ? null : SessionCodec.decode(asked);
    return session != null && session.flow().equals(FLOW) ? session.node() : null;
  }

  /** What was asked before comes back once the poll is over. */
  static Talk asking(Talk talk, String name) {
    byte[] waiting = lastAsked(talk) == null ? talk.asked() : talk.behind();
    return talk.askingFirst(SessionCodec.encode(new Session(FLOW, name, List.of())), waiting);
  }
}

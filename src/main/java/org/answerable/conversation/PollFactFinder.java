package org.answerable.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Manner;
import org.answerable.constituent.Constituent;
import org.answerable.conversation.decision.CleanText;
import org.answerable.conversation.decision.PollFacts;
import org.answerable.conversation.decision.PollFacts.Edits;
import org.answerable.conversation.decision.PollFacts.Mine;
import org.answerable.conversation.decision.PollSight;
import org.answerable.conversation.decision.Talk;
import org.answerable.flow.Keyword;
import org.answerable.flow.Keywords;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.poll.BallotRead;
import org.answerable.poll.OpenPoll;
import org.answerable.poll.Voter;
import org.answerable.poll.Voting;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what a text may have to know of polls. Most have nothing to do with any, and cost
 * nothing. Before somebody hears that no vote is open, or that theirs is over, it is looked at
 * anew: what this node knows is up to two seconds old.
 */
final class PollFactFinder {
  private final Voting voting;
  private final Seals seals;
  private final KnownMessages known;
  private final Keywords keywords;

  PollFactFinder(Voting voting, Seals seals, KnownMessages known, Keywords keywords) {
    this.voting = voting;
    this.seals = seals;
    this.known = known;
    this.keywords = keywords;
  }

  /**
   * @param person who writes, as they are known before it
   * @param talk where their conversation stands
   */
  PollFacts find(IncomingMessage in, Constituent person, Talk talk, CleanText text) {
    var look = new Look(in, person, talk, text);
    PollFacts first = look.facts(false);
    if (!look.isAbout(first) || look.isSettled(first)) {
      return first;
    }
    voting.refresh(in.organisation());
    return look.facts(true);
  }

  /** One text. */
  private final class Look {
    private final IncomingMessage in;
    private final Constituent person;
    private final CleanText text;
    private final Optional<Keyword> keyword;
    private final @Nullable String asked;
    private final boolean free;

    Look(IncomingMessage in, Constituent person, Talk talk, CleanText text) {
      this.in = in;
      this.person = person;
      this.text = text;
      this.keyword = keywords.match(text.words()).map(Keyword.Match::keyword);
      Talk before = PollSight.beforeProposing(talk);
      this.asked = PollSight.lastAsked(before);
      this.free = before.asked() == null;
    }

    PollFacts facts(boolean fresh) {
      String organisation = in.organisation();
      List<OpenPoll> open = voting.open(organisation);
      var none =
          new PollFacts(open, voting.over(organisation), Map.of(), sent(), new Edits.Nothing());
      return isAbout(none)
          ? new PollFacts(open, none.over(), mine(open, fresh), none.sent(), edits(open))
          : none;
    }

    private @Nullable Instant sent() {
      return in.manner() instanceof Manner.Late(Instant at) ? at : null;
    }

    /** Whether the text may have to do with a poll. */
    boolean isAbout(PollFacts facts) {
      boolean any = !facts.open().isEmpty() || !facts.over().isEmpty();
      return asked != null
          || isMeant()
          || keyword.equals(Optional.of(Keyword.FORGET))
          || any && edited().isPresent()
          || free && (PollSight.isNumbers(text) || isRead(facts.open()));
    }

    private boolean isRead(List<OpenPoll> open) {
      String language = person.settings().language();
      return open.stream()
          .map(poll -> poll.reader().read(text.words(), language, false))
          .anyMatch(read -> !(read instanceof BallotRead.Other));
    }

    /** VOTE, wherever it stands, or a printed code: whoever writes that wants to vote. */
    private boolean isMeant() {
      return keyword.equals(Optional.of(Keyword.VOTE))
          || keywords.first(text.words()).equals(Optional.of(Keyword.VOTE))
          || keywords.says(text.words(), Keyword.VOTE)
          || PollSight.hasCode(text);
    }

    /** Whether a look at the database could change nothing that is said. */
    boolean isSettled(PollFacts facts) {
      if (keyword.equals(Optional.of(Keyword.FORGET)) || facts.open().isEmpty()) {
        return false;
      }
      boolean whole = facts.mine().size() == facts.open().size();
      boolean asks =
          asked == null
              || asked.equals(PollSight.MENU)
              || facts.mine().values().stream().anyMatch(mine -> mine.mark().equals(asked));
      return whole && asks && !(facts.edits() instanceof Edits.Over);
    }

    /** A poll whose key is gone is over, which the next look shows; else this node lacks it. */
    private Map<String, Mine> mine(List<OpenPoll> open, boolean fresh) {
      boolean depends = in.manner() instanceof Manner.Late || in.manner() instanceof Manner.Pressed;
      var voter = new Voter.Person(person.who());
      Map<String, Mine> mine = new HashMap<>();
      for (OpenPoll poll : open) {
        try {
          var marks = voting.marks(in.organisation(), poll.reference(), voter);
          var cast =
              depends ? voting.cast(in.organisation(), poll.reference(), voter).orElse(null) : null;
          mine.put(poll.reference(), new Mine(marks.receipt(), marks.mark(), cast));
        } catch (KeyRefused gone) {
          if (fresh && !keyword.equals(Optional.of(Keyword.FORGET))) {
            throw gone;
          }
        }
      }
      return mine;
    }

    private Optional<String> edited() {
      return in.manner() instanceof Manner.Edited(boolean soon, String of) && !of.isEmpty()
          ? Optional.of(of)
          : Optional.empty();
    }

    /** What was said back to the text of before tells what it was. */
    private Edits edits(List<OpenPoll> open) {
      return edited()
          .flatMap(
              of ->
                  known.reply(
                      person.organisation(), seals.ids(person.organisation(), in.address(), of)))
          .map(reply -> edits(open, reply))
          .orElseGet(Edits.Nothing::new);
    }

    private Edits edits(List<OpenPoll> open, KnownMessages.KeptReply kept) {
      if (seals.isReply(person, kept.id(), kept.reply())) {
        return new Edits.Nothing();
      }
      return open.stream()
          .map(OpenPoll::reference)
          .filter(poll -> seals.ballotReply(person, poll, kept.id(), kept.reply()).isPresent())
          .findFirst()
          .<Edits>map(Edits.Vote::new)
          .orElseGet(Edits.Over::new);
    }
  }
}

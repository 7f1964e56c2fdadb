package org.answerable.conversation;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.HelpQuestion;
import org.answerable.constituent.KeptAnswer;
import org.answerable.constituent.Vault;
import org.answerable.conversation.decision.ConversationLimits;
import org.answerable.conversation.decision.Facts;
import org.answerable.conversation.decision.PollFacts;
import org.answerable.flow.Keyword;
import org.answerable.intake.SentFeedbacks;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.poll.Voter;
import org.answerable.poll.Voting;
import org.answerable.responselog.Echoes;
import org.answerable.responselog.LogHead;
import org.answerable.responselog.Proposals;
import org.answerable.responselog.Receipt;
import org.answerable.responselog.Receipts;
import org.answerable.responselog.Tree;
import org.jspecify.annotations.Nullable;

/** Looks up what a text names, and nothing else. */
final class FactFinder {
  private final Vault vault;
  private final Receipts receipts;
  private final SentFeedbacks sent;
  private final Tree tree;
  private final Voting voting;
  private final Echoes echoes;
  private final Proposals proposals;

  FactFinder(
      Vault vault,
      Receipts receipts,
      SentFeedbacks sent,
      Tree tree,
      Voting voting,
      Echoes echoes,
      Proposals proposals) {
    this.vault = vault;
    this.receipts = receipts;
    this.sent = sent;
    this.tree = tree;
    this.voting = voting;
    this.echoes = echoes;
    this.proposals = proposals;
  }

  Facts find(Organisation home, Constituent person, Keyword.Match asked, LocalDate today) {
    return switch (asked.keyword()) {
      case STATUS -> Facts.of(status(home, asked.digits()));
      case FORGET -> Facts.of(new Facts.Erasure(vault.unreadableFrom(home, today)));
      case WITHDRAW -> Facts.of(withdrawal(person, asked.digits()));
      case LOG -> Facts.of(new Facts.Log(LogHead.of(tree, home.id()).orElse(null)));
      case READ -> read(person, asked.digits());
      case PROPOSALS ->
          Facts.of(
              new Facts.Supportable(
                  proposals.supportable(home.id(), today, ConversationLimits.PROPOSALS)));
      case HELP, WORDS, VOTE, VOTE_OFF, PROPOSE, LANG, PRIVACY, DATA -> Facts.NONE;
      case CLEAR, QUIET, QUIET_OFF, STOP, START, SAFE -> Facts.NONE;
    };
  }

  private Facts.Status status(Organisation home, String typed) {
    return new Facts.Status(
        Receipt.parse(typed).flatMap(digits -> receipts.state(home.id(), digits)).orElse(null));
  }

  private Facts.Withdrawal withdrawal(Constituent person, String typed) {
    return new Facts.Withdrawal(
        Receipt.parse(typed).flatMap(digits -> own(person, digits)).orElse(null));
  }

  Facts given(Organisation home, List<String> digits) {
    return Facts.of(numbers(home, digits));
  }

  /**
   * Which of the numbers within a text are receipts; most texts have none, and nothing is asked.
   */
  private Facts.Numbers numbers(Organisation home, List<String> digits) {
    return new Facts.Numbers(digits.isEmpty() ? Set.of() : receipts.given(home.id(), digits));
  }

  /** The entry that somebody echoes, if it takes that. Whether it is their own is asked of each. */
  Facts.@Nullable Echoed echoed(
      Organisation home, Constituent person, String reference, LocalDate today) {
    boolean own =
        sent.byReference(home.id(), reference)
            .filter(one -> MessageDigest.isEqual(person.ownerTag(one.feedback()), one.ownerTag()))
            .isPresent();
    Kind kind = echoes.taking(home.id(), List.of(reference), today).get(reference);
    return kind == null ? null : new Facts.Echoed(reference, own, kind == Kind.PROPOSAL);
  }

  /**
   * Which open poll a voting code was printed for, and what its holder chose last; and which of the
   * numbers beside it are receipts.
   */
  Facts coded(Organisation home, String code, List<String> digits) {
    return Facts.of(
        new Facts.Code(
            voting.pollOf(home.id(), code).map(poll -> coded(home, poll, code)).orElse(null),
            numbers(home, digits)));
  }

  private Facts.Coded coded(Organisation home, String poll, String code) {
    var holder = new Voter.Holder(code);
    var marks = voting.marks(home.id(), poll, holder);
    var cast = voting.cast(home.id(), poll, holder).orElse(null);
    return new Facts.Coded(poll, new PollFacts.Mine(marks.receipt(), marks.mark(), cast));
  }

  /** What was asked of a person last, if a number or word can be its answer. */
  Facts asked(Constituent person, Predicate<HelpQuestion> last) {
    return vault
        .asked(person)
        .filter(last)
        .map(question -> Facts.of(new Facts.Asked(question)))
        .orElse(Facts.NONE);
  }

  /** A PIN may stand behind the receipt. A stranger's is looked for too: it takes as long. */
  private Facts read(Constituent person, String digits) {
    if (digits.length() < Receipt.DIGITS) {
      return Facts.NONE;
    }
    String receipt = digits.substring(0, Receipt.DIGITS);
    List<KeptAnswer> kept = vault.kept(person, receipt);
    return Facts.of(new Facts.Answers(kept, own(person, receipt).orElse(null)));
  }

  /** Theirs only where their own key made the tag; a stranger's key made none. */
  private Optional<Facts.Own> own(Constituent person, String digits) {
    return sent.byReceipt(person.organisation(), digits)
        .filter(one -> MessageDigest.isEqual(person.ownerTag(one.feedback()), one.ownerTag()))
        .map(
            one ->
                new Facts.Own(
                    one.feedback(),
                    one.reference(),
                    one.commitment(),
                    one.answered(),
                    one.shown()));
  }
}

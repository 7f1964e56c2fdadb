package org.answerable.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.answerable.organisation.Kind;
import org.answerable.responselog.Declaration;
import org.answerable.responselog.Declaration.What;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.Entry;
import org.answerable.responselog.LogCommitment;
import org.answerable.responselog.PollHashes;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.RedactionReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log from which somebody wants a proposal to vanish. */
class ProposalsTest extends Entries {
  private static final String ROOF = "BBBB-BBB2";
  private static final String CHAIRS = "CCCC-CCC3";
  private static final LocalDate FIRST = DAY.minusDays(10);
  private static final LocalDate LATER = FIRST.plusDays(3);
  private static final String PASSED = "passes over %s, which was due since 2026-11-10";

  @BeforeEach
  void proposed() throws Finding {
    propose(1, ROOF);
    propose(2, CHAIRS);
    take(supported(ROOF, 10), supported(ROOF, 20), supported(CHAIRS, 20));
  }

  private void propose(int text, String reference) throws Finding {
    byte[] commitment = LogCommitment.of(HOPE, bytes(text), reference, bytes(text));
    take(
        new Entry.Committed(FIRST, commitment),
        new Entry.Opened(
            FIRST,
            commitment,
            bytes(text),
            bytes(text),
            reference,
            FIRST,
            Kind.PROPOSAL,
            "care",
            "lead",
            FIRST.plusDays(7)));
  }

  private static Entry supported(String reference, int count) {
    return new Entry.Echoed(FIRST, reference, count, 20);
  }

  @Test
  void eachPollNamesWhatIsDueUntilOneDecidedAboutIt() throws Finding {
    refuses(poll("P1", LATER, List.of(ROOF)), said(CHAIRS));
    refuses(poll("P2", LATER, List.of(), CHAIRS), said(ROOF));
    take(poll("P3", LATER, List.of(ROOF), CHAIRS));
    refuses(poll("P4", LATER, List.of()), said(CHAIRS));
    take(poll("P5", LATER, List.of(CHAIRS)), poll("P6", LATER, List.of()));
  }

  @Test
  void aVoteThatIsCancelledDecidedNothing() throws Finding {
    take(poll("P1", LATER, List.of(ROOF, CHAIRS)), poll("P2", LATER, List.of()));
    take(new Entry.OfPoll(LATER, "P1", new PollNews.Cancelled(bytes(9))));
    LocalDate after = LATER.plusDays(2);
    refuses(
        poll("P3", after, List.of(CHAIRS)),
        "passes over %s, which was due since %s: it is no option, and nothing says why"
            .formatted(ROOF, LATER));
  }

  @Test
  void whatTwoVotesHaveIsDueAgainWhereBothAreCancelled() throws Finding {
    LocalDate early = LATER.minusDays(1);
    LocalDate after = LATER.plusDays(1);
    take(poll("P1", early, List.of(ROOF), CHAIRS), poll("P2", early, List.of(ROOF), CHAIRS));
    take(new Entry.OfPoll(early, "P2", new PollNews.Cancelled(bytes(9))));
    take(poll("P3", after, List.of(), CHAIRS));
    take(new Entry.OfPoll(after, "P1", new PollNews.Cancelled(bytes(9))));
    refuses(
        poll("P4", after.plusDays(2), List.of(CHAIRS)),
        "passes over %s, which was due since %s: it is no option, and nothing says why"
            .formatted(ROOF, after));
  }

  @Test
  void whatBecameDueTheDayBeforeMayWaitForTheNext() throws Finding {
    take(poll("P1", FIRST, List.of()), poll("P2", FIRST.plusDays(1), List.of()));
  }

  @Test
  void whoElectsOrOnlyAsksDecidesAboutNone() throws Finding {
    take(poll(terms(List.of(), 0, PollTerms.ANYBODY), "P1", LATER));
    take(poll(terms(List.of(), 1, new Eligible.Codes(30, true)), "P2", LATER));
    refuses(
        poll(terms(List.of(ROOF, CHAIRS), 0, PollTerms.ANYBODY), "P3", LATER),
        "decides about proposals, though nobody answers for what comes of it");
    refuses(poll(terms(List.of(), 1, new Eligible.Codes(30, false)), "P4", LATER), said(ROOF));
  }

  @Test
  void whatWasTakenBackOrIsTooOldIsDueOnNone() throws Finding {
    take(new Entry.Withdrawal(FIRST, ROOF));
    refuses(poll("P1", LATER, List.of()), said(CHAIRS));
    take(poll("P2", LATER, List.of(CHAIRS)));
  }

  @Test
  void aProposalStaysOneAndNothingElseBecomesOne() throws Finding {
    refuses(
        new Entry.StatusChanged(FIRST, ROOF, "acknowledged", Kind.IDEA, "care", "lead", null),
        "takes a proposal for something else, or something else for one");
    refuses(
        new Entry.Echoed(FIRST, ROOF, 30),
        "says of a proposal not how many it needs, or says so of something else");
    refuses(new Entry.Echoed(FIRST, ROOF, 40, 25), "wants support that is never told");
    take(committed(7), opened(7, REFERENCE));
    refuses(
        new Entry.Echoed(FIRST, REFERENCE, 10, 20),
        "says of a proposal not how many it needs, or says so of something else");
    refuses(
        poll("P1", LATER, List.of(ROOF, CHAIRS), REFERENCE),
        "names 7K2M as a proposal, which not enough had supported before it");
    refuses(
        poll("P2", LATER, List.of(ROOF, CHAIRS), ROOF), "names the proposal " + ROOF + " twice");
  }

  @Test
  void howManyAreWantedWasDeclaredBefore() throws Finding {
    var declared =
        Declaration.of(
            What.ROUTING, "{\"firstReader\":\"reader\",\"roles\":{},\"support\":30,\"topics\":{}}");
    take(
        new Entry.DeclarationChanged(
            FIRST, declared.what(), declared.hash(), declared.published()));
    refuses(supported(ROOF, 30), "wants supporters: 20, but what was declared before says: 30");
    take(new Entry.Echoed(FIRST, ROOF, 30, 30));
  }

  @Test
  void whyOneIsLeftOutStandsBesideTheLog() throws Finding {
    take(poll("P1", LATER, List.of(ROOF), CHAIRS));
    assertThat(ledger.polls().size()).isEqualTo(1);
    take(new Entry.OfPoll(LATER, "P1", new PollNews.Removed(bytes(8), RedactionReason.ENDANGERS)));
  }

  private static String said(String reference) {
    return PASSED.formatted(reference) + ": it is no option, and nothing says why";
  }

  private static Entry poll(String poll, LocalDate day, List<String> options, String... leftOut) {
    return poll(terms(options, 1, PollTerms.ANYBODY, leftOut), poll, day);
  }

  private static Entry poll(PollTerms terms, String poll, LocalDate day) {
    List<byte[]> labels = new ArrayList<>();
    terms.options().forEach(option -> labels.add(bytes(5)));
    List<byte[]> reasons = new ArrayList<>();
    terms.leftOut().forEach(one -> reasons.add(bytes(8)));
    var words = new PollHashes(bytes(3), labels, bytes(4), reasons);
    return new Entry.OfPoll(day, poll, new PollNews.Announced(terms.wordless(), words, bytes(7)));
  }

  private static PollTerms terms(
      List<String> proposals, int priorities, Eligible eligible, String... leftOut) {
    List<PollTerms.Option> options = new ArrayList<>();
    options.add(new PollTerms.Option(Map.of(), null));
    proposals.forEach(one -> options.add(new PollTerms.Option(Map.of(), null, one)));
    return new PollTerms(
        Map.of(),
        options,
        "order",
        "schulze",
        1,
        null,
        eligible,
        LATER,
        LATER.plusDays(9),
        "the assembly",
        5,
        false,
        priorities,
        Arrays.stream(leftOut).map(one -> new PollTerms.LeftOut(one, Map.of())).toList());
  }
}

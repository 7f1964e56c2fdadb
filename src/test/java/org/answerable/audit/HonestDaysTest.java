package org.answerable.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.answerable.feedback.Decision;
import org.answerable.feedback.FeedbackRules;
import org.answerable.feedback.FeedbackState;
import org.answerable.feedback.FeedbackStatus;
import org.answerable.feedback.Step;
import org.answerable.feedback.StepKind;
import org.answerable.feedback.TestOrganisation;
import org.answerable.intake.Reading;
import org.answerable.intake.Sorted;
import org.answerable.organisation.Deadlines;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Routing;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;
import org.answerable.responselog.DeclaredRules;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever honest leaders and senders do with a day, nobody who checks calls it a forgery. */
class HonestDaysTest extends Entries {
  private static final int LIVES = 2_000;
  private static final int STEPS = 12;
  private static final Organisation HOME = TestOrganisation.named(HOPE);
  private static final FeedbackRules RULES = new FeedbackRules(HOME);
  private static final List<String> TOPICS =
      List.of(Topic.UNSORTED, "medicines", "privacy", "thanks", "hours");
  private static final List<Kind> KINDS =
      List.of(Kind.REPORT, Kind.QUESTION, Kind.IDEA, Kind.PRAISE);

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Set<Integer> done = new HashSet<>();

  @Test
  void noLifeOfAFeedbackIsRefused() {
    for (int life = 0; life < LIVES; life++) {
      List<Entry> entries = live();
      Ledger all = new Ledger(HOPE, DAY.plusDays(1));
      for (int i = 0; i < entries.size(); i++) {
        try {
          all.take(LogEntry.read(i, EntryJson.write(HOPE, entries.get(i))));
        } catch (Finding e) {
          throw new AssertionError("seed " + seed + ": " + e.getMessage() + " " + entries, e);
        }
      }
    }
    assertThat(done).as("what was tried").hasSize(6);
  }

  private List<Entry> live() {
    LocalDate day = DAY.minusDays(40);
    var rules = DeclaredRules.deadlines(HOME);
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry.DeclarationChanged(day, rules.what(), rules.hash(), rules.published()));
    entries.add(new Entry.Committed(day, commitment(1)));
    FeedbackState state = released(TOPICS.get(random.nextInt(TOPICS.size())), day);
    entries.add(
        new Entry.Opened(
            day,
            commitment(1),
            bytes(1),
            bytes(1),
            REFERENCE,
            day,
            state.kind(),
            state.topic(),
            state.role(),
            state.due()));
    boolean asked = false;
    for (int step = 0; step < STEPS; step++) {
      day = day.plusDays(random.nextInt(4));
      int what = random.nextInt(6);
      Optional<Step> next = next(state, what, asked, day);
      if (next.isPresent()) {
        done.add(what);
        state = next.get().after();
        asked |= state.status() == FeedbackStatus.ASKED;
        entries.add(entry(next.get()));
      }
    }
    return entries;
  }

  private Optional<Step> next(FeedbackState state, int what, boolean asked, LocalDate day) {
    String topic = TOPICS.get(1 + random.nextInt(TOPICS.size() - 1));
    boolean waits = state.status().isWaiting();
    return switch (what) {
      case 0 -> RULES.opened(state, "programmes", day);
      case 1 ->
          waits && !asked ? Optional.of(RULES.askedBack(state, "lead", day)) : Optional.empty();
      case 2 -> Optional.of(RULES.added(state, day));
      case 3 -> {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        yield RULES.read(state, new Reading.Sorting(topic, kind, Sensitivity.S0, Set.of()), day);
      }
      case 4 -> RULES.sorted(state, new Sorted(HOPE, state.feedback(), topic, null, null), day);
      default ->
          state.status() == FeedbackStatus.ANSWERED
              ? Optional.of(RULES.added(disputed(state, day), day))
              : Optional.of(RULES.answered(state, "lead", Decision.DONE, day));
    };
  }

  private static Entry entry(Step step) {
    FeedbackState state = step.after();
    return step.what() == StepKind.ANSWERED
        ? new Entry.ResponsePublished(step.day(), REFERENCE, "lead", "done", bytes(2), null)
        : new Entry.StatusChanged(
            step.day(),
            REFERENCE,
            state.status().word(),
            state.kind(),
            state.topic(),
            "lead",
            state.due());
  }

  private static FeedbackState released(String topic, LocalDate day) {
    Routing to = Routing.of(HOME, topic, day);
    return state(to, FeedbackStatus.RELEASED, day, to.due());
  }

  private static FeedbackState disputed(FeedbackState state, LocalDate day) {
    var to = new Routing(state.topic(), state.kind(), "lead", state.due(), Sensitivity.S0);
    return state(to, FeedbackStatus.DISPUTED, state.asked(), new Deadlines(HOME).disputed(day));
  }

  private static FeedbackState state(
      Routing to, FeedbackStatus status, LocalDate asked, @Nullable LocalDate due) {
    return new FeedbackState(
        HOPE,
        new UUID(0, 1),
        REFERENCE,
        asked,
        Sensitivity.S0,
        Set.of(),
        1,
        status,
        to.kind(),
        to.topic(),
        to.role(),
        to.role(),
        due,
        false,
        null,
        null,
        null);
  }
}

package org.answerable.responselog.witness;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Witness;
import org.answerable.responselog.LogCosigned;
import org.answerable.responselog.LogGrew;
import org.answerable.responselog.Tree;
import org.answerable.responselog.witness.Asking.Outcome;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignedNote;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

/**
 * Lets witnesses see each log's latest checkpoint, once it is signed and in a thread of its own: a
 * slot waits for nobody. Several nodes may ask for the same; then the first answer is kept.
 */
final class Witnessing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

  /** How often is looked for what another node has signed, or a kill has left. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** After a first failure; doubled with each further one. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  static final Duration PAUSE_MAX = Duration.ofHours(1);
  private static final int DOUBLED_MAX = 9;

  private final List<Organisation> watched;
  private final Tree tree;
  private final Asking asking;
  private final ApplicationEventPublisher events;
  private final Map<Asked, Turn> turns = new ConcurrentHashMap<>();
  private final Semaphore woken = new Semaphore(0);
  private boolean failed;
  private volatile @Nullable Thread keeper;

  /**
   * @param watched those whose witnesses may be asked from here
   */
  Witnessing(
      List<Organisation> watched, Tree tree, Asking asking, ApplicationEventPublisher events) {
    this.watched = List.copyOf(watched);
    this.tree = tree;
    this.asking = asking;
    this.events = events;
  }

  private record Asked(String organisation, Witness witness) {}

  /**
   * How it went last.
   *
   * @param next not before this is it asked again, by {@link System#nanoTime}
   */
  private record Turn(Standing standing, int failures, long next) {
    static final Turn SEEN = new Turn(Standing.SEEN, 0, 0);
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    if (!watched.isEmpty()) {
      keeper = Thread.ofVirtual().name("witnesses").start(this::keep);
      woken.release();
    }
  }

  @EventListener
  void grew(LogGrew event) {
    woken.release();
  }

  @Override
  public void close() {
    Thread running = keeper;
    if (running != null) {
      running.interrupt();
    }
  }

  /** How an organisation's witnesses stood when they were asked last from here. */
  Map<Witness, Standing> standings(Organisation organisation) {
    Map<Witness, Standing> standings = new LinkedHashMap<>();
    for (Witness witness : organisation.witnesses()) {
      Turn turn = turns.get(new Asked(organisation.id(), witness));
      if (turn != null) {
        standings.put(witness, turn.standing);
      }
    }
    return standings;
  }

  private void keep() {
    try {
      while (true) {
        woken.tryAcquire(LOOK.toSeconds(), TimeUnit.SECONDS);
        woken.drainPermits();
        for (Organisation organisation : watched) {
          look(organisation);
        }
      }
    } catch (InterruptedException closed) {
      turns.clear();
    }
  }

  private void look(Organisation organisation) throws InterruptedException {
    try {
      Optional<byte[]> latest = tree.checkpoint(organisation.id());
      if (latest.isPresent()) {
        SignedNote note = SignedNote.parse(latest.get());
        for (Witness witness : organisation.witnesses()) {
          show(note, new Asked(organisation.id(), witness));
        }
      }
      failed = false;
    } catch (RuntimeException | MalformedException e) {
      if (!failed) {
        LOG.warn("no witness could be asked: {}", e.getClass().getSimpleName());
      }
      failed = true;
    }
  }

  /** Lets a witness see a checkpoint, if it has not signed it, and its pause is over. */
  private void show(SignedNote note, Asked asked) throws InterruptedException {
    if (note.isSignedBy(asked.witness.key())) {
      turns.computeIfPresent(asked, (key, before) -> Turn.SEEN);
      return;
    }
    Turn before = turns.get(asked);
    if (before != null && before.standing != Standing.SEEN && before.next - System.nanoTime() > 0) {
      return;
    }
    Outcome outcome = asking.ask(asked.organisation, note, asked.witness);
    Turn turn = turn(before, outcome);
    turns.put(asked, turn);
    if (before == null || before.standing != turn.standing) {
      LOG.info("witness {} of {}: {}", asked.witness.name(), asked.organisation, turn.standing);
    }
    if (turn.standing == Standing.SEEN) {
      events.publishEvent(new LogCosigned(asked.organisation));
    }
  }

  private static Turn turn(@Nullable Turn before, Outcome outcome) {
    if (outcome.standing() == Standing.SEEN) {
      return Turn.SEEN;
    }
    int failures = before == null ? 1 : before.failures + 1;
    Duration pause = outcome.after().orElseGet(() -> pause(failures));
    Duration bounded = pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    return new Turn(outcome.standing(), failures, System.nanoTime() + bounded.toNanos());
  }

  static Duration pause(int failures) {
    Duration pause = PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLED_MAX));
    return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
  }
}

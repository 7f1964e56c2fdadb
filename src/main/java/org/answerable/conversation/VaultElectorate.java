package org.answerable.conversation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Vault;
import org.answerable.organisation.Organisation;
import org.answerable.poll.Electorate;

/** Counts people in the vault, of whom nothing else leaves it. */
final class VaultElectorate implements Electorate {
  private final Vault vault;
  private final InstantSource clock;

  VaultElectorate(Vault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public int wroteBefore(Organisation home, LocalDate day) {
    return count(home, person -> person.settings().wroteBefore(day));
  }

  @Override
  public int subscribers(Organisation home) {
    return count(
        home,
        person ->
            person.settings().votes()
                && person.settings().way() != AnswerWay.NOT_AT_ALL
                && !person.stopped());
  }

  private int count(Organisation home, Predicate<Constituent> which) {
    LocalDate today = home.day(clock.instant());
    var count = new AtomicInteger();
    vault.forEach(
        home.id(),
        person -> {
          if (which.test(person) && !person.isIdle(today)) {
            count.incrementAndGet();
          }
        });
    return count.get();
  }
}

package org.answerable.intake;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.answerable.confidential.AccountNotes;
import org.answerable.confidential.Confided;
import org.answerable.confidential.ConfidedTexts;
import org.answerable.confidential.Unopened;

/** Remembers what was given to the focal point alone. */
public final class ConfidedRecorder implements ConfidedTexts, AccountNotes {
  private final List<Confided> all = new CopyOnWriteArrayList<>();

  @Override
  public void add(Connection tx, List<Confided> texts) {
    all.addAll(texts);
  }

  @Override
  public void withdraw(Connection tx, String organisation, String reference, LocalDate day) {}

  @Override
  public void add(Connection tx, String organisation, List<Unopened> unopened) {
    // who accounts for them is another test's matter
  }

  @Override
  public int tellAnswers(Connection tx, String organisation) {
    return 0;
  }

  public List<Confided> of(String organisation) {
    return all.stream().filter(text -> text.organisation().equals(organisation)).toList();
  }
}

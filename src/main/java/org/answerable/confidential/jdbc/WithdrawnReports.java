package org.answerable.confidential.jdbc;

import java.sql.Connection;
import java.time.LocalDate;
import org.answerable.confidential.StepKind;
import org.answerable.platform.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people take back of what they confided. Answers stay: they are the focal point's. */
final class WithdrawnReports {
  /** A focal point's step may come between; how often it is tried again. */
  private static final int TRIES = 5;

  private final JdbcClient tx;
  private final String organisation;

  WithdrawnReports(Connection tx, String organisation) {
    this.tx = Databases.on(tx);
    this.organisation = organisation;
  }

  void withdraw(String reference, LocalDate day) {
    tx.sql(
            """
            delete from confidential.waiting w using confidential.report r
            where r.organisation = ? and r.reference = ?
              and w.organisation = r.organisation and w.report = r.report
            """)
        .params(organisation, reference)
        .update();
    int emptied =
        tx.sql(
                """
                update confidential.text t set sealed = '' from confidential.report r
                where r.organisation = ? and r.reference = ?
                  and t.organisation = r.organisation and t.report = r.report and t.step is null
                """)
            .params(organisation, reference)
            .update();
    if (emptied > 0) {
      tell(reference, day);
    }
  }

  private void tell(String reference, LocalDate day) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (add(reference, day)) {
        return;
      }
    }
    throw new IllegalStateException("a report moved " + TRIES + " times during one withdrawal");
  }

  private boolean add(String reference, LocalDate day) {
    return tx.sql(
                """
                insert into confidential.step (organisation, reference, number, day, what, texts)
                select :organisation, :reference,
                  coalesce((select max(number) from confidential.step s
                    where s.organisation = :organisation and s.reference = :reference), 0) + 1,
                  :day, :what,
                  (select count(distinct t.text) from confidential.report r
                    join confidential.text t on t.organisation = r.organisation and t.report = r.report
                    where r.organisation = :organisation and r.reference = :reference
                      and t.step is null)
                on conflict do nothing
                """)
            .param("organisation", organisation)
            .param("reference", reference)
            .param("day", day)
            .param("what", StepKind.WITHDRAWN.word())
            .update()
        == 1;
  }
}

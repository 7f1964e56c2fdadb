package org.answerable.responselog.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.answerable.platform.Login;
import org.answerable.responselog.PublicPromise;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In which order promises stand, and which give way where there are too many. */
class PublicPromisesIT extends ServedLog {
  @Autowired private PublicPromise.All promises;

  @Test
  void whatIsLateAndWhatIsNextStandsBeforeWhatIsKept() {
    promised("KEPT-1ONG", "2026-09-01", "2026-09-02");
    promised("DUE0-LATR", "2026-12-20", "");
    promised("KEPT-NOWT", "2026-12-01", "2026-11-20");
    promised("DUE0-PAST", "2026-03-01", "");

    assertThat(promises.of("elsewhere", LocalDate.of(2026, 11, 24), 3))
        .extracting(PublicPromise::reference)
        .containsExactly("DUE0-PAST", "DUE0-LATR", "KEPT-NOWT");
  }

  private void promised(String reference, String due, String kept) {
    databases
        .as(Login.LOG)
        .sql(
            """
            insert into responselog.promise
              (organisation, what, reference, owner_role, made, due, kept)
            values ('elsewhere', ?, ?, 'board', '2026-01-02', ?::date, nullif(?, '')::date)
            """)
        .params(reference.getBytes(UTF_8), reference, due, kept)
        .update();
  }
}

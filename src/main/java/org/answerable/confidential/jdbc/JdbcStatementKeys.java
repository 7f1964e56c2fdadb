package org.answerable.confidential.jdbc;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.confidential.SealedReport;
import org.answerable.confidential.StatementKeys;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;

/** Statement keys in PostgreSQL. */
final class JdbcStatementKeys implements StatementKeys {
  private final Databases databases;

  JdbcStatementKeys(Databases databases) {
    this.databases = databases;
  }

  @Override
  public Optional<String> of(String organisation, String focalKey) {
    return databases
        .as(Login.FOCAL)
        .sql("select vkey from confidential.statement_key where organisation = ? and key = ?")
        .params(organisation, focalKey)
        .query(String.class)
        .optional();
  }

  @Override
  public boolean add(Connection tx, String organisation, String focalKey, String vkey) {
    return Databases.on(tx)
            .sql("insert into confidential.statement_key values (?, ?, ?) on conflict do nothing")
            .params(organisation, focalKey, vkey)
            .update()
        == 1;
  }

  @Override
  public boolean addStatement(Connection tx, String organisation, long from, long size) {
    Databases.on(tx)
        .sql("select pg_advisory_xact_lock(hashtextextended('statement/' || ?, 0))")
        .param(organisation)
        .query((row, n) -> true)
        .single();
    return Databases.on(tx)
            .sql(
                """
                insert into confidential.statement (organisation, size)
                select :organisation, :size
                where :from >= coalesce((select max(size) from confidential.statement
                    where organisation = :organisation), 0)
                  and :from < :size
                """)
            .param("organisation", organisation)
            .param("from", from)
            .param("size", size)
            .update()
        == 1;
  }

  @Override
  public List<SealedReport> texts(String organisation, String focalKey) {
    return databases
        .as(Login.FOCAL)
        .sql(
            """
            select t.text, r.reference, t.sealed, coalesce(t.note, '') from confidential.text t
            join confidential.report r on r.organisation = t.organisation and r.report = t.report
            where t.organisation = ? and t.key = ? and t.step is null
            """)
        .params(organisation, focalKey)
        .query(
            (row, n) ->
                new SealedReport(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getBytes(3),
                    row.getBytes(4)))
        .list();
  }

  @Override
  public List<byte[]> notes(String organisation, String focalKey) {
    return databases
        .as(Login.FOCAL)
        .sql("select sealed from confidential.account where organisation = ? and key = ?")
        .params(organisation, focalKey)
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  @Override
  public List<Long> slots(String organisation) {
    return databases
        .as(Login.FOCAL)
        .sql("select slot from responselog.slot where organisation = ?")
        .param(organisation)
        .query(Long.class)
        .list();
  }

  @Override
  public long decided(String organisation) {
    return databases
        .as(Login.FOCAL)
        .sql("select confidential.decided(?)")
        .param(organisation)
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<LocalDate> quarterEnd(String organisation, long size) {
    return databases
        .as(Login.FOCAL)
        .sql("select confidential.quarter_end(?, ?)")
        .params(organisation, size)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single();
  }
}

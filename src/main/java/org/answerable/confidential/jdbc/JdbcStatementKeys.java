package org.answerable.confidential.jdbc;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
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
}

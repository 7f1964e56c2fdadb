package org.answerable.leader.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.leader.Accounts;
import org.answerable.leader.Credentials;
import org.answerable.leader.Invitation;
import org.answerable.leader.Leader;
import org.answerable.leader.TokenHash;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code leader.account} and {@code leader.invitation}, as the inbox's login. */
@Component
final class JdbcAccounts implements Accounts {
  private final Databases databases;

  JdbcAccounts(Databases databases) {
    this.databases = databases;
  }

  @Override
  public Optional<Credentials> byName(String name) {
    return inbox()
        .sql(
            """
            select organisation, account, name, roles, password
            from leader.account
            where lower(name) = lower(:name)
            """)
        .param("name", name)
        .query((row, n) -> new Credentials(leader(row), row.getString("password")))
        .optional();
  }

  @Override
  public Optional<Leader> find(String organisation, UUID account) {
    return inbox()
        .sql(
            """
            select organisation, account, name, roles
            from leader.account
            where organisation = :organisation and account = :account
            """)
        .param("organisation", organisation)
        .param("account", account)
        .query((row, n) -> leader(row))
        .optional();
  }

  @Override
  public List<UUID> line(String organisation, UUID account) {
    return inbox()
        .sql("select line from leader.account where organisation = ? and account = ?")
        .params(organisation, account)
        .query((row, n) -> line(row))
        .optional()
        .orElse(List.of());
  }

  @Override
  public List<Leader> of(String organisation) {
    return inbox()
        .sql(
            """
            select organisation, account, name, roles
            from leader.account
            where organisation = :organisation
            order by lower(name)
            """)
        .param("organisation", organisation)
        .query((row, n) -> leader(row))
        .list();
  }

  @Override
  public boolean remove(String organisation, UUID account) {
    return inTransaction(
        tx -> {
          var client = Databases.on(tx);
          client
              .sql("delete from leader.session where principal_name = :account")
              .param("account", account.toString())
              .update();
          return client
                  .sql(
                      """
                      delete from leader.account
                      where organisation = :organisation and account = :account
                      """)
                  .param("organisation", organisation)
                  .param("account", account)
                  .update()
              > 0;
        });
  }

  @Override
  public void invite(Invitation invitation) {
    inbox()
        .sql(
            """
            insert into leader.invitation (organisation, token, roles, expires, line)
            values (:organisation, :token, :roles, :expires, :line)
            """)
        .param("organisation", invitation.organisation())
        .param("token", invitation.hash().bytes())
        .param("roles", array(invitation.roles()))
        .param("expires", invitation.expires())
        .param("line", invitation.line().toArray(UUID[]::new))
        .update();
  }

  @Override
  public Optional<Invitation> invitation(TokenHash hash) {
    return inbox()
        .sql(
            """
            select organisation, token, roles, expires, line
            from leader.invitation
            where token = :token
            """)
        .param("token", hash.bytes())
        .query((row, n) -> invitation(row))
        .optional();
  }

  @Override
  public List<Invitation> invitations(String organisation, LocalDate today) {
    return inbox()
        .sql(
            """
            select organisation, token, roles, expires, line
            from leader.invitation
            where organisation = :organisation and expires >= :today
            order by expires, token
            """)
        .param("organisation", organisation)
        .param("today", today)
        .query((row, n) -> invitation(row))
        .list();
  }

  @Override
  public boolean withdraw(String organisation, TokenHash hash) {
    return inbox()
            .sql(
                """
                delete from leader.invitation
                where organisation = :organisation and token = :token
                """)
            .param("organisation", organisation)
            .param("token", hash.bytes())
            .update()
        > 0;
  }

  @Override
  public void withdrawAll(String organisation) {
    inbox()
        .sql("delete from leader.invitation where organisation = :organisation")
        .param("organisation", organisation)
        .update();
  }

  @Override
  public Joined join(TokenHash hash, LocalDate today, Credentials credentials) {
    try {
      return inTransaction(
          tx -> {
            var client = Databases.on(tx);
            Optional<List<UUID>> line = use(client, hash, today, credentials.leader());
            line.ifPresent(by -> create(client, today, credentials, by));
            return line.isPresent() ? Joined.DONE : Joined.GONE;
          });
    } catch (DuplicateKeyException e) {
      return Joined.NAME_TAKEN;
    }
  }

  /** One of two at once deletes the row; the other finds none. */
  private static Optional<List<UUID>> use(
      JdbcClient client, TokenHash hash, LocalDate today, Leader by) {
    return client
        .sql(
            """
            delete from leader.invitation
            where organisation = :organisation and token = :token and expires >= :today
            returning line
            """)
        .param("organisation", by.organisation())
        .param("token", hash.bytes())
        .param("today", today)
        .query((row, n) -> line(row))
        .optional();
  }

  private static void create(
      JdbcClient client, LocalDate today, Credentials credentials, List<UUID> line) {
    var leader = credentials.leader();
    client
        .sql(
            """
            insert into leader.account (organisation, account, name, password, roles, created, line)
            values (:organisation, :account, :name, :password, :roles, :created, :line)
            """)
        .param("organisation", leader.organisation())
        .param("account", leader.account())
        .param("name", leader.name())
        .param("password", credentials.hash())
        .param("roles", array(leader.roles()))
        .param("created", today)
        .param("line", line.toArray(UUID[]::new))
        .update();
  }

  private JdbcClient inbox() {
    return databases.as(Login.INBOX);
  }

  private <T> T inTransaction(Databases.Work<T> work) {
    try {
      return databases.inTransaction(Login.INBOX, work);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("no transaction on the accounts", e);
    }
  }

  private static Leader leader(ResultSet row) throws SQLException {
    return new Leader(
        row.getObject("account", UUID.class),
        row.getString("organisation"),
        row.getString("name"),
        roles(row.getArray("roles")));
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getString("organisation"),
        TokenHash.of(row.getBytes("token")),
        roles(row.getArray("roles")),
        row.getObject("expires", LocalDate.class),
        line(row));
  }

  private static List<UUID> line(ResultSet row) throws SQLException {
    return List.of((UUID[]) row.getArray("line").getArray());
  }

  private static Set<String> roles(Array array) throws SQLException {
    return Set.copyOf(Arrays.asList((String[]) array.getArray()));
  }

  private static String[] array(Set<String> roles) {
    return roles.stream().sorted().toArray(String[]::new);
  }
}

package org.answerable.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.platform.Login;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The document says what each login may do, no more and no less. {@code -Dupdate=true} writes its
 * table anew from the catalogue: read the difference before you commit it.
 */
@ApplicationTest
class DatabaseLoginsIT {
  private static final Path DOCUMENT = Path.of("docs", "database-logins.md");
  private static final String HEAD = "| login | on | may |\n| --- | --- | --- |\n";
  private final JdbcClient owner;

  DatabaseLoginsIT(@Autowired DatabaseServer server) {
    owner = JdbcClient.create(server.owner());
  }

  @Test
  void theDocumentIsTheCatalogue() throws IOException {
    SortedSet<String> catalogue = catalogue();
    if (Boolean.getBoolean("update")) {
      write(catalogue);
    }
    SortedSet<String> document =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.startsWith("| ") && !HEAD.contains(line))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(document).isEqualTo(catalogue);
  }

  @Test
  void noLoginIsMoreThanALogin() {
    String more =
        """
        select count(*) from pg_roles r
        where r.rolname like 'answerable\\_%'
          and (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls
            or exists (select 1 from pg_auth_members m where m.member = r.oid))
        """;
    assertThat(owner.sql(more).query(Long.class).single()).isZero();
    assertThat(
            owner
                .sql("select rolsuper from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single())
        .as("the owner is no superuser")
        .isFalse();
  }

  @Test
  void noFunctionIsThereToBeUsedButFive() {
    String found =
        """
        select r.rolname || ' ' || n.nspname || '.' || p.proname
        from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace
        join pg_roles r on r.rolname like 'answerable\\_%' and has_function_privilege(r.oid, p.oid, 'execute')
        where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        """;
    assertThat(owner.sql(found).query(String.class).list())
        .containsExactlyInAnyOrder(
            "answerable_intake constituent.hold_epoch",
            "answerable_intake confidential.quarter",
            "answerable_inbox delivery.take_back",
            "answerable_focal confidential.decided",
            "answerable_focal confidential.quarter_end");
  }

  /** Effective privileges, whether granted to the login or to everybody. */
  private SortedSet<String> catalogue() {
    return Arrays.stream(Login.values())
        .map(LoginRoles::name)
        .flatMap(
            login ->
                Stream.of(tables(login), columns(login), sequences(login), schemas(login))
                    .flatMap(s -> s))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<String> tables(String login) {
    return lines(
        login,
        """
        select n.nspname || '.' || c.relname as place, string_agg(p.name, ', ' order by p.at) as may
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain'])
          with ordinality p(name, at)
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and has_table_privilege(:login, c.oid, p.name)
        group by 1
        """);
  }

  private Stream<String> columns(String login) {
    return lines(
        login,
        """
        select n.nspname || '.' || c.relname as place,
          p.name || ' (' || string_agg(a.attname, ', ' order by a.attnum) || ')' as may
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        cross join unnest(array['select', 'insert', 'update', 'references']) p(name)
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and has_column_privilege(:login, c.oid, a.attnum, p.name)
          and not has_table_privilege(:login, c.oid, p.name)
        group by n.nspname, c.relname, p.name
        """);
  }

  private Stream<String> sequences(String login) {
    return lines(
        login,
        """
        select 'sequence ' || n.nspname || '.' || c.relname as place, string_agg(p.name, ', ' order by p.name) as may
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        cross join unnest(array['select', 'update', 'usage']) p(name)
        where c.relkind = 'S' and n.nspname !~ '^pg_' and has_sequence_privilege(:login, c.oid, p.name)
        group by 1
        """);
  }

  private Stream<String> schemas(String login) {
    return lines(
        login,
        """
        select 'schema ' || n.nspname as place, string_agg(p.name, ', ' order by p.name desc) as may
        from pg_namespace n cross join unnest(array['usage', 'create']) p(name)
        where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
          and has_schema_privilege(:login, n.oid, p.name)
        group by 1
        union all
        select 'the database', string_agg(p.name, ', ' order by p.name)
        from unnest(array['connect', 'create', 'temporary']) p(name)
        where has_database_privilege(:login, current_database(), p.name)
        """);
  }

  private Stream<String> lines(String login, String sql) {
    return owner
        .sql(sql)
        .param("login", login)
        .query(
            (row, number) ->
                "| %s | %s | %s |"
                    .formatted(
                        login.substring(LoginRoles.PREFIX.length() + 1),
                        row.getString("place"),
                        row.getString("may")))
        .list()
        .stream();
  }

  private static void write(SortedSet<String> catalogue) throws IOException {
    String text = Files.readString(DOCUMENT);
    int end = text.indexOf(HEAD) + HEAD.length();
    Files.writeString(DOCUMENT, text.substring(0, end) + String.join("\n", catalogue) + "\n");
  }
}

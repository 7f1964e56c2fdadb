package org.answerable.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything in an application's own database, as its owner sees it. */
public final class WholeDatabase {
  private static final String OWNER = "answerable";
  private static final String OF_LOGIN = "database login ";
  private final JdbcClient owner;

  private final JdbcClient superuser;

  public WholeDatabase(Databases databases, RootKey root) throws SQLException {
    var pool = databases.source(Login.PUBLIC).unwrap(HikariDataSource.class);
    var pooled = (PGSimpleDataSource) pool.getDataSource();
    this.owner = JdbcClient.create(source(pooled.getURL(), OWNER, root.derive(OF_LOGIN + "owner")));
    this.superuser =
        JdbcClient.create(source(pooled.getURL(), "postgres", root.derive(OF_LOGIN + "superuser")));
  }

  private static PGSimpleDataSource source(String url, String user, byte[] password) {
    var source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(HexFormat.of().formatHex(password));
    return source;
  }

  /** Writes all that is committed to the files of the tables, and tells where they lie. */
  public Path onDisk() {
    superuser.sql("checkpoint").update();
    return Path.of(superuser.sql("show data_directory").query(String.class).single());
  }

  public JdbcClient owner() {
    return owner;
  }

  public long count(String from, Object... params) {
    return owner.sql("select count(*) from " + from).params(params).query(Long.class).single();
  }

  /** Each row of each table, as text; bytes are hexadecimal in it. */
  public List<String> rows() {
    var rows = new ArrayList<String>();
    for (String table : tables()) {
      owner
          .sql("select t::text from " + table + " t")
          .query(String.class)
          .list()
          .forEach(row -> rows.add(table + " " + row));
    }
    return rows;
  }

  private List<String> tables() {
    return owner
        .sql(
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema !~ '^(pg_|information_schema)'
            order by 1
            """)
        .query(String.class)
        .list();
  }
}

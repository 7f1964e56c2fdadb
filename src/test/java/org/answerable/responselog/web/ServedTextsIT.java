package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.answerable.platform.keys.RootKey;
import org.answerable.testing.LogMirror;
import org.answerable.testing.LogMirror.Verdict;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The texts that stand beside the log, after whoever rules the database has touched them. */
class ServedTextsIT extends ServedLog {
  @TempDir private Path folder;
  @Autowired private RootKey root;

  @BeforeEach
  void keep() throws SQLException {
    sql("create table public.kept as select * from responselog.content");
  }

  @AfterEach
  void putBack() throws SQLException {
    sql("delete from responselog.content where organisation = 'kijiji'");
    sql("insert into responselog.content select * from public.kept where organisation = 'kijiji'");
    sql("drop table public.kept");
  }

  @Test
  void aTextIsServedWithItsSalt() throws Exception {
    String hash =
        owner()
            .sql("select encode(hash, 'hex') from responselog.content where text like ?")
            .param("We are sorry%")
            .query(String.class)
            .single();
    var answer = get("content/" + hash);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(text(answer)).contains("\"salt\":\"").contains("7 days' supply");
  }

  @Test
  void aTextThatBecameAnotherOneIsNamed() throws SQLException {
    sql(
        "update responselog.content set text = 'We were never asked.' where text like 'We are"
            + " sorry%'");
    assertThat(verdict().said())
        .contains("is not the response to K7QM-2XWD that entry ")
        .contains(" was signed with.");
  }

  @Test
  void aTextThatIsGoneIsNamed() throws SQLException {
    sql("delete from responselog.content where text like 'We are sorry%'");
    assertThat(verdict().said())
        .startsWith("content/")
        .contains(" as the response to K7QM-2XWD, and nothing says that it was removed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"content", "content/", "content/00", "content/ZZ"})
  void whatIsNoHashIsNotFound(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aHashOfNothingIsNotFound() throws Exception {
    assertThat(get("content/" + "0".repeat(64)).statusCode()).isEqualTo(404);
  }

  private JdbcClient owner() throws SQLException {
    return new WholeDatabase(databases, root).owner();
  }

  private void sql(String statement) throws SQLException {
    owner().sql(statement).update();
  }

  private Verdict verdict() {
    Verdict verdict =
        LogMirror.verify("http://127.0.0.1:" + port + "/kijiji", folder.resolve("seen"));
    assertThat(verdict.status()).as(verdict.said()).isEqualTo(1);
    return verdict;
  }
}

package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.ReceiptIssued;
import org.answerable.testing.WholeDatabase;
import org.answerable.tlog.Hash;
import org.answerable.tlog.TlogProof;
import org.answerable.tlog.VerifierKey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who holds a receipt can have it proven that their text was committed to. */
class ReceiptProofIT extends ServedLog {
  private static final String RECEIPT = "48219307";
  private static final Pattern SHOWN =
      Pattern.compile("<pre[^>]*><code>(.*?)</code>", Pattern.DOTALL);
  @Autowired private RootKey root;

  @Test
  void thePageProvesTheCommitment() throws Exception {
    HttpResponse<byte[]> answer = ask(RECEIPT, "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer))
        .contains("In the public log as entry ")
        .doesNotContain(RECEIPT)
        .doesNotContain("/tlog/proof/");
    List<String> shown = shown(answer);
    TlogProof proof = TlogProof.parse(shown.get(1).getBytes(StandardCharsets.UTF_8));
    assertThat(shown.getFirst())
        .contains("\"type\":\"committed\"")
        .contains(HexFormat.of().formatHex(LogFixture.commitment("K7QM-2XWD")));
    assertProves(proof, shown.getFirst());
  }

  @Test
  void theFileIsTheProofOfThePage() throws Exception {
    HttpResponse<byte[]> answer = ask(RECEIPT, "proof");
    assertThat(header(answer, "Content-Disposition"))
        .matches("attachment; filename=\"kijiji-\\d+\\.tlog-proof\"");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertProves(TlogProof.parse(answer.body()), shown(ask(RECEIPT, "")).getFirst());
  }

  private void assertProves(TlogProof proof, String entry) throws Exception {
    VerifierKey key = VerifierKey.parse(text(get("key")).strip());
    assertThat(proof.verifies(Hash.leaf(entry.getBytes(StandardCharsets.UTF_8)), key)).isTrue();
  }

  @Test
  void beforeItsSlotAReceiptIsNotInTheLog() throws Exception {
    issue("55556666");
    for (String as : List.of("", "proof")) {
      HttpResponse<byte[]> answer = ask("55556666", as);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(text(answer)).contains("Not in the public log yet").doesNotContain("<pre");
    }
  }

  private void issue(String digits) throws SQLException {
    LocalDate today = home.day(clock.instant());
    var issued =
        new ReceiptIssued(
            home.id(), digits, new byte[Hash.BYTES], new byte[Hash.BYTES], today, today);
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          receipts.write(tx, List.of(issued));
          return issued;
        });
  }

  /** Attack P15, as far as a receipt tells: its commitment is swapped for another one. */
  @Test
  void whatSomebodyTookOutOfTheLogIsMissed() throws Exception {
    Matcher index = Pattern.compile("as entry (\\d+)").matcher(text(ask(RECEIPT, "")));
    assertThat(index.find()).isTrue();
    String at = " where organisation = 'kijiji' and index = ";
    String where = at + index.group(1);
    String another = at + (index.group(1).equals("0") ? "1" : "0");
    var owner = new WholeDatabase(databases, root).owner();
    byte[] body =
        owner
            .sql("select body from responselog.entry" + where)
            .query((row, n) -> row.getBytes(1))
            .single();
    for (String other :
        List.of("sha256(body)", "(select body from responselog.entry" + another + ")")) {
      owner.sql("update responselog.entry set body = " + other + where).update();
      try {
        HttpResponse<byte[]> answer = ask(RECEIPT, "");
        assertThat(text(answer)).contains("is not there any more").doesNotContain("<pre");
      } finally {
        owner.sql("update responselog.entry set body = ?" + where).param(body).update();
      }
    }
    assertThat(text(ask(RECEIPT, ""))).contains("In the public log");
  }

  @Test
  void whoGuessesGetsNoProof() throws Exception {
    assertThat(ask("99998888", "proof").statusCode()).isEqualTo(404);
    assertThat(ask("1234", "proof").statusCode()).isEqualTo(400);
  }

  private HttpResponse<byte[]> ask(String receipt, String as) throws Exception {
    return send(
        at("/kijiji/log/receipt?lang=en")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("receipt=" + receipt + "&as=" + as)));
  }

  private static List<String> shown(HttpResponse<byte[]> page) {
    return SHOWN
        .matcher(text(page))
        .results()
        .map(
            found ->
                found.group(1).replace("&quot;", "\"").replace("&#34;", "\"").replace("&amp;", "&"))
        .toList();
  }
}

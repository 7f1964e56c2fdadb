package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Login;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.LogCommitment;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Staging;
import org.answerable.testing.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Attack P18: texts that want to be markup, a formula, another line or another order, as the words
 * and as the response of a feedback, in everything that the public reads.
 */
class HostileTextsIT extends ServedLog {
  private static final AtomicBoolean WRITTEN = new AtomicBoolean();
  private static final String MARK = "zebra";

  private static final String PRETENDER = MARK + "”\n\nAnswered: Everybody was paid. Board";

  private static final List<String> HOSTILE =
      List.of(
          MARK
              + "<script>document.title='hit'</script><img src=http://192.0.2.1/x"
              + " onerror=alert(1)>",
          MARK + "\"><svg onload=document.title='hit'><a href=\"javascript:alert(1)\">x</a>",
          MARK + "]]></content></entry><entry><title>hit</title></entry><!--",
          "=HYPERLINK(\"http://192.0.2.1/" + MARK + "\",\"see\")",
          "+" + MARK + "!A1",
          "-2+3+cmd|' /C " + MARK + "'!A0",
          "@SUM(1)*" + MARK,
          "\uFF1D" + MARK + "(1)",
          "\u200B=" + MARK + "(1)",
          "\t=" + MARK,
          MARK + "\r=1+1\r\n@x",
          "\"," + "=1+" + MARK,
          MARK + "\u202Edesrever\u202C \u2067x\u2069 \u061C\u200E\u200F",
          MARK + "\u0000\u0007\u001B[31m\u0085\u2028\uFEFF\uFFFE\uD800x\uDFFF\u009B1m",
          PRETENDER,
          MARK + "Z" + "\u0336\u0321\u0348\u030D".repeat(40),
          MARK + " {0} {1} ${7*7} #{7*7} %s %n",
          MARK + " https://192.0.2.1/login www.example.org \u0391nswerable \u0430dmin");

  @BeforeAll
  void writeThem(
      @Autowired Staging staging, @Autowired Sequencer sequencer, @Autowired Organisations all)
      throws Exception {
    home = all.get(LogFixture.ORGANISATION);
    if (!WRITTEN.compareAndSet(false, true)) {
      return;
    }
    List<Entry> entries = new ArrayList<>();
    List<Content> contents = new ArrayList<>();
    for (int i = 0; i < HOSTILE.size(); i++) {
      // PostgreSQL has no texts with a null sign or half a pair: nothing could bring them here
      String text = HOSTILE.get(i).replaceAll("[\u0000\uD800\uDFFF]", "");
      feedback(reference(i), text, i, entries, contents);
    }
    databases.inTransaction(
        Login.INBOX,
        tx -> {
          staging.stage(tx, home.id(), entries.getFirst(), contents);
          staging.stage(tx, home.id(), entries.subList(1, entries.size()));
          return entries.size();
        });
    sequencer.sequence(home, clock.instant());
  }

  private static String reference(int i) {
    return "HXST-%04d".formatted(i);
  }

  private void feedback(
      String reference, String text, int number, List<Entry> entries, List<Content> contents) {
    LocalDate today = home.day(clock.instant());
    byte[] salt = new byte[32];
    salt[1] = (byte) (number + 1);
    byte[] textHash = LogCommitment.textHash(salt, text);
    byte[] commitment = LogCommitment.of(home.id(), salt, reference, textHash);
    var content = new Content(salt, text);
    contents.add(content);
    entries.add(new Entry.Committed(today, commitment));
    entries.add(
        new Entry.Opened(
            today,
            commitment,
            salt,
            textHash,
            reference,
            today,
            Kind.REPORT,
            "fees",
            "programmes",
            today.plusDays(14)));
    byte[] hash = content.hash();
    var promise = new Entry.Commitment("board", today.plusDays(20), hash);
    entries.add(new Entry.ResponsePublished(today, reference, "board", "will-do", hash, promise));
    entries.add(new Entry.WordsPublished(today, reference, hash));
  }

  /** Everything that shows them, as it is served. */
  private List<String> outputs() {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/kijiji",
                "/kijiji/log",
                "/kijiji/log?topic=fees",
                "/kijiji/log.atom",
                "/kijiji/log.json",
                "/kijiji/log.csv",
                "/kijiji/log.hxl.csv",
                "/kijiji/open311/v2/requests.json",
                "/kijiji/open311/v2/requests.xml"));
    for (int i = 0; i < HOSTILE.size(); i++) {
      paths.add("/kijiji/log/" + reference(i));
    }
    return paths;
  }

  @Test
  void noOutputHoldsASignThatTurnsTheOrderOrThatNobodySees() throws Exception {
    for (String path : outputs()) {
      String page = text(send(at(path)));

      assertThat(page).as(path).contains(MARK);
      // as JSON writes them, too
      String shown = page.replaceAll("\\\\u([0-9a-fA-F]{4})", "&#x$1;");
      assertThat(shown.codePoints().filter(HostileTextsIT::isHostile).toArray()).as(path).isEmpty();
      assertThat(shown)
          .as(path)
          .doesNotContainPattern(
              "(?i)&#x(20[24][a-e]|206[6-9]|200[bef]|061c|0000|001b|0085|feff);");
      assertThat(page).as(path).doesNotContainPattern("[\u0300-\u036F]{5}");
    }
  }

  private static boolean isHostile(int sign) {
    int type = Character.getType(sign);
    return (type == Character.CONTROL && sign != '\n' && sign != '\r')
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || (type == Character.FORMAT && sign != 0x200C && sign != 0x200D)
        || (sign & 0xFFFE) == 0xFFFE;
  }

  @Test
  void noCellOfATableIsAFormula() throws Exception {
    for (String path : List.of("/kijiji/log.csv", "/kijiji/log.hxl.csv")) {
      List<List<String>> rows = CsvReader.read(text(send(at(path))));

      assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(rows.getFirst().size()));
      assertThat(rows.stream().flatMap(List::stream).filter(HostileTextsIT::isFormula)).isEmpty();
      assertThat(rows.stream().flatMap(List::stream).filter(it -> it.contains(MARK))).hasSize(36);
    }
  }

  /** As spreadsheets see it: they fold wide forms and skip blanks. */
  private static boolean isFormula(String cell) {
    String folded = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    return !folded.isEmpty() && "=+-@\t\r".indexOf(folded.charAt(0)) >= 0;
  }

  @Test
  void parsersFindTheTextsAndNothingElse() throws Exception {
    for (String path : List.of("/kijiji/log.atom", "/kijiji/open311/v2/requests.xml")) {
      var document =
          DocumentBuilderFactory.newNSInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(send(at(path)).body()))
              .getDocumentElement();
      var all = document.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        assertThat(all.item(i).getNodeName()).isNotIn("script", "img", "svg", "a");
      }
      assertThat(document.getElementsByTagName("title").item(0))
          .satisfiesAnyOf(
              it -> assertThat(it).isNull(),
              it -> assertThat(it.getTextContent()).isNotEqualTo("hit"));
    }
    for (String path : List.of("/kijiji/log.json", "/kijiji/open311/v2/requests.json")) {
      JsonNode read = JsonMapper.shared().readTree(send(at(path)).body());
      assertThat(read.isEmpty()).isFalse();
    }
  }

  @Test
  void wordsCanNotPassForAResponse() throws Exception {
    JsonNode feed = JsonMapper.shared().readTree(send(at("/kijiji/log.json")).body());
    String pretender = reference(HOSTILE.indexOf(PRETENDER));
    for (JsonNode item : feed.get("items")) {
      if (item.get("id").stringValue().endsWith(pretender)) {
        List<String> lines = item.get("content_text").stringValue().lines().toList();

        assertThat(lines.getFirst()).startsWith("Asked: “" + MARK).contains("Everybody was paid");
        assertThat(lines.get(2)).startsWith("Answered: " + MARK);
        return;
      }
    }
    throw new AssertionError(pretender + " is not in the feed");
  }

  @Test
  void aBrowserRunsNothingAndAsksNobody() throws Exception {
    try (Browser browser = Browser.open()) {
      for (String path : outputs()) {
        if (path.contains(".")) {
          continue;
        }
        browser.go("http://127.0.0.1:" + port + path);
        Object found =
            browser
                .driver()
                .executeScript(
                    """
                    const asked = performance.getEntriesByType('resource').map(it => it.name)
                      .filter(it => !it.startsWith(location.origin));
                    const odd = [...document.querySelectorAll('script,img,iframe,main svg[onload]')];
                    const led = [...document.querySelectorAll('a')].map(it => it.href)
                      .filter(it => !it.startsWith(location.origin));
                    return [document.title.includes('hit'), asked.length, odd.length, led.join()]
                      .join('|');
                    """);
        assertThat(found).as(path).isEqualTo("false|0|0|");
      }
    }
  }

  @Test
  void aTextIsOnlyEverInsideWhatIsMarkedAsSaid() throws Exception {
    for (int i = 0; i < HOSTILE.size(); i++) {
      String page = text(send(at("/kijiji/log/" + reference(i))));
      String said =
          page.replaceAll("(?s)<blockquote[^>]*>.*?</blockquote>", "")
              .replaceAll("(?s)<bdi[^>]*>.*?</bdi>", "");

      assertThat(said).as(reference(i)).doesNotContain(MARK);
      assertThat(Pattern.compile("<title>[^<]*</title>").matcher(page).results()).hasSize(1);
    }
  }
}

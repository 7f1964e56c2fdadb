package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.web.PageTexts;
import org.answerable.responselog.ReceiptIssued;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Staging;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.Browser;
import org.answerable.testing.FirstView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicSiteIT {
  @LocalServerPort int port;

  @DynamicPropertySource
  static void ownOrganisation(DynamicPropertyRegistry properties) {
    properties.add("answerable.config-dir", LogFixture::config);
  }

  @BeforeAll
  void writeTheLog(
      @Autowired Databases databases,
      @Autowired Staging staging,
      @Autowired Sequencer sequencer,
      @Autowired EffectWriter<ReceiptIssued> receipts,
      @Autowired Organisations organisations,
      @Autowired InstantSource clock)
      throws Exception {
    var home = organisations.get(LogFixture.ORGANISATION);
    new LogFixture(databases, staging, sequencer, receipts, home, clock.instant()).write();
  }

  @Test
  void theOverviewCountsWhatWasAskedAnsweredAndIsLate() throws Exception {
    String page = get("/kijiji").body();

    assertThat(page)
        .contains("33 asked.", "20 answered.", "3 overdue.")
        .contains("33 marks: 20 answered, 10 waiting and in time, 3 overdue")
        .contains("Question about fees", "Overdue 14 days", "Report about medicines")
        .contains(LogFixture.WORDS, "n = 33", "Programmes lead", "Kijiji Chetu")
        .contains("Text from the simulator");
  }

  @Test
  void theLogListsEveryFeedbackNewestFirstAndPagesOn() throws Exception {
    List<String> seen = new ArrayList<>();
    String address = "/kijiji/log";
    while (address != null) {
      String page = get(address).body();
      seen.addAll(all(page, "<h2><a href=\"/kijiji/log/([A-Z0-9-]+)\">"));
      List<String> older = all(page, "rel=\"next\" href=\"([^\"]+)\"");
      address = older.isEmpty() ? null : older.getFirst().replace("&amp;", "&");
    }

    assertThat(seen).hasSize(33).doesNotHaveDuplicates().isEqualTo(references(csv()));
  }

  @ParameterizedTest
  @CsvSource({
    "?status=overdue, 3",
    "?status=waiting, 10",
    "?topic=medicines, 2",
    "?topic=medicines&status=answered, 2",
    "?topic=medicines&status=overdue, 0",
    "?q=XAXA, 1",
    "?q=k7qm, 1",
    "?q=%25, 0",
    "?q=window+2&topic=medicines, 1",
    "?q=window+2&topic=fees, 0",
    "?q=+&topic=safety, 25",
    "?month=1999-12, 0",
    "?month=2026-13, 25",
    "?topic=nothing-of-ours&status=none&before=x, 25",
  })
  void theLogIsFilteredByItsLinks(String query, int rows) throws Exception {
    assertThat(all(get("/kijiji/log" + query).body(), "<li class=\"row\">()")).hasSize(rows);
  }

  @Test
  void anEntryTellsEverythingThatHappened() throws Exception {
    String page = get("/kijiji/log/K7QM-2XWD").body();

    assertThat(page)
        .containsSubsequence(
            "Report about medicines",
            LogFixture.WORDS,
            "Asked",
            "Read by a person",
            "Answer due",
            "Overdue",
            "It went up to: Board",
            "Answered by: Board",
            "5 days late",
            "Will do.",
            "We are sorry that this took so long",
            "Ring Mto each Monday.",
            "Programmes lead, by",
            "Words published",
            "stands in the signed public log",
            "log verify http",
            "/kijiji/log/K7QM-2XWD/proof")
        .contains("Check a receipt");
  }

  @Test
  void aReferenceIsFoundHoweverItIsTyped() throws Exception {
    HttpResponse<String> answer = get("/kijiji/log/k7qm2xwd?lang=fr");

    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).contains("/kijiji/log/K7QM-2XWD?lang=fr");
  }

  @Test
  void hostileWordsAreOnlyWords() throws Exception {
    String page = get("/kijiji/log/XD6B-Q2FY").body();

    assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script", "\u202E");
    assertThat(get("/kijiji/log.atom").body()).doesNotContain("<script", "\u202E");
  }

  @ParameterizedTest
  @CsvSource({
    "4821-9307, 200, answered on",
    "48219307, 200, answered on",
    "4821 9307, 200, answered on",
    "1111-2222, 200, We are late",
    "33334444, 200, An answer is due by",
    "99998888, 404, That receipt is not known",
    "1234, 400, A receipt has 8 digits",
    "'', 400, A receipt has 8 digits",
    "DROP TABLE, 400, A receipt has 8 digits",
  })
  void aReceiptTellsItsStateAndIsNeverEchoed(String typed, int status, String words)
      throws Exception {
    HttpResponse<String> answer = receipt(typed);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    if (!typed.isEmpty()) {
      assertThat(answer.body()).doesNotContain(typed, typed.replaceAll("[- ]", ""));
    }
  }

  @Test
  void aReceiptStandsInNothingThatAnybodyReads() throws Exception {
    for (String path : List.of("/kijiji", "/kijiji/log", "/kijiji/log/K7QM-2XWD")) {
      assertThat(get(path).body()).doesNotContain("48219307", "4821-9307");
    }
    assertThat(get("/kijiji/log.csv").body()).doesNotContain("48219307", "4821-9307");
  }

  @Test
  void theTableIsWholeAndHoldsNoFormula() throws Exception {
    List<List<String>> rows = csv();

    assertThat(String.join(",", rows.getFirst()))
        .isEqualTo("reference,day,kind,topic,status,due,responded,decision,words,response");
    assertThat(rows).hasSize(34).allSatisfy(row -> assertThat(row).hasSize(10));
    assertThat(rows.stream().flatMap(List::stream))
        .noneMatch(cell -> !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0);
    assertThat(rows)
        .anySatisfy(
            row -> assertThat(row).contains("XD6B-Q2FY").anyMatch(it -> it.startsWith("'=HYPER")))
        .anySatisfy(row -> assertThat(row).contains("C5YQ-J3NE", "overdue"));
  }

  @Test
  void theFeedIsAtomWithOneEntryForEachFeedback() throws Exception {
    HttpResponse<byte[]> answer = bytes("/kijiji/log.atom", "*/*");
    var factory = DocumentBuilderFactory.newNSInstance();
    Document feed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
    String atom = "http://www.w3.org/2005/Atom";
    var entries = feed.getElementsByTagNameNS(atom, "entry");

    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/atom+xml;charset=utf-8");
    assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo(atom);
    assertThat(entries.getLength()).isEqualTo(33);
    for (int i = 0; i < entries.getLength(); i++) {
      var entry = (Element) entries.item(i);
      for (String needed : List.of("id", "title", "updated")) {
        assertThat(entry.getElementsByTagNameNS(atom, needed).getLength()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nobody-here",
        "/nobody-here/log",
        "/nobody-here/log.csv",
        "/nobody-here/log.atom",
        "/kijiji/log/AAAA-AAAA",
        "/kijiji/log/x",
        "/kijiji/votes"
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("style.css").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/log",
        "/log/K7QM-2XWD",
        "/log/receipt",
        "/commitments",
        "/statements",
        "/how",
        "/noticeboard",
        "/polls"
      })
  void aFirstViewIsUnder14KilobytesWithAllThatItLoads(String page) throws Exception {
    for (String language : PageTexts.LANGUAGES) {
      var view =
          FirstView.of(
              URI.create("http://127.0.0.1:" + port), "/kijiji" + page + "?lang=" + language);
      assertThat(view.loads()).as(page).hasSizeGreaterThan(1);
      assertThat(view.bytes()).as("%s in %s", page, language).isLessThan(FirstView.BYTES_MAX);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/kijiji", "/kijiji/log", "/kijiji/log/K7QM-2XWD", "/kijiji/log.atom"})
  void pagesSetNoCookieAndAreAskedForAgainCheaply(String path) throws Exception {
    HttpResponse<String> first = get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        send(request(path).header("Accept", "text/html").header("If-None-Match", tag));

    assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("public");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(receipt("48219307").headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "sw"})
  void pagesSpeakTheLanguageAndSayInWhichOthersTheyAre(String language) throws Exception {
    for (String path : List.of("/", "/kijiji", "/kijiji/log", "/kijiji/log/K7QM-2XWD")) {
      String page = get(path + "?lang=" + language).body();

      assertThat(page)
          .contains("<html lang=\"" + language + "\" dir=\"ltr\">")
          .contains("rel=\"alternate\" hreflang=\"sw\" href=\"" + path + "?lang=sw\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kijiji?lang=%00",
        "/kijiji?lang=%zz",
        "/kijiji?%",
        "/kijiji?lang=en&lang=fr",
        "/kijiji/log?before=99999999999999999999999",
        "/kijiji/log?before=-1&topic=%F0%9F%98%80&status=%00",
        "/kijiji/log/%E2%80%AE",
        "/kijiji/log/%00",
        "/kijiji/log/..%2f..%2fetc",
        "/kijiji/log.csv/x",
        "/kijiji/log.xml",
      })
  void noRequestHoweverOddGetsA5xx(String path) throws Exception {
    for (String accept : List.of("text/html", "application/xml", "x/y;q=z", "*/*;q=0")) {
      String answer = raw("GET " + path + " HTTP/1.1", accept);

      assertThat(answer).as(accept).matches("(?s)HTTP/1\\.1 [234].*");
      assertThat(answer).doesNotContain("Exception");
    }
  }

  @Test
  void pagesFitEveryWidthInLightAndDark() throws Exception {
    Path shots = Path.of("target", "screenshots");
    try (Browser browser = Browser.open()) {
      for (String path :
          List.of(
              "/",
              "/kijiji",
              "/kijiji/log",
              "/kijiji/log/K7QM-2XWD",
              "/kijiji/log/receipt",
              "/nowhere",
              "/kijiji?lang=fr",
              "/kijiji/log?lang=sw")) {
        for (int width : List.of(240, 768, 1280)) {
          browser.width(width);
          browser.dark(width == 768);
          browser.go("http://127.0.0.1:" + port + path);
          String name =
              path.equals("/") ? "start" : path.substring(1).replaceAll("[^a-zA-Z0-9]+", "-");
          browser.screenshot(shots.resolve(name + "-" + width + ".png"));

          assertThat(browser.scrollsSideways()).as("%s at %d", path, width).isFalse();
        }
      }
    }
  }

  private List<List<String>> csv() throws Exception {
    return CsvReader.read(get("/kijiji/log.csv").body());
  }

  private static List<String> references(List<List<String>> rows) {
    return rows.stream().skip(1).map(List::getFirst).toList();
  }

  private static List<String> all(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map(it -> it.group(1)).toList();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).header("Accept", "text/html"));
  }

  private HttpResponse<byte[]> bytes(String path, String accept) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          request(path)
              .header("Accept", accept)
              .header("Accept-Encoding", accept.equals("*/*") ? "identity" : "gzip")
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private HttpResponse<String> receipt(String typed) throws Exception {
    String form = "receipt=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return send(
        request("/kijiji/log/receipt")
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** What no client of the JDK would send. */
  private String raw(String line, String accept) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      String head = line + "\r\nHost: 127.0.0.1\r\nAccept: " + accept + "\r\n";
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}

package org.answerable.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "server.address=127.0.0.1")
class ErrorPagesIT {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @LocalServerPort int port;

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @Import({
    WebConfiguration.class,
    JteConfiguration.class,
    AssetsController.class,
    OddController.class
  })
  static class Pages {}

  @Controller
  static class OddController {
    @GetMapping("/fails")
    String fails() {
      throw new IllegalStateException("my number is +999 700 123");
    }

    @GetMapping("/away")
    String away() {
      throw new DataAccessResourceFailureException("gone");
    }

    @GetMapping("/cut")
    String cut() throws SQLException {
      throw new SQLException("gone", "08006");
    }

    @GetMapping("/asks")
    @ResponseBody
    String asks(@RequestParam int number) {
      return "number " + number;
    }

    @PostMapping(path = "/takes", consumes = "application/json")
    @ResponseBody
    String takes(@RequestBody Map<String, String> body) {
      return "fields " + body.size();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere, 404, There is no page here",
    "/baraza-letu/log/K7QM-2XWE, 404, Check the 8 signs",
    "/asks, 400, can not be read",
    "/asks?number=many, 400, can not be read",
    "/asks?number=%zz, 400, can not be read",
    "/takes, 405, another kind of request",
    "/fails, 500, Your text is safe",
    "/away, 503, Your text is safe",
    "/cut, 503, Your text is safe",
    "/assets/..%2fapplication.yaml, 400, can not be read",
    "/assets/none.css, 404, There is no page here",
  })
  void browsersGetThePageOfTheHouse(String path, int status, String words) throws Exception {
    HttpResponse<String> answer = get(path, BROWSER);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(answer.body()).contains(words, "/assets/style.css?v=", "lang=\"en\"");
    assertNothingLeaks(answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "*/*", "nonsense", "text/plain;q=x"})
  void programsGetOneLineOfText(String accept) throws Exception {
    HttpResponse<String> answer = get("/fails", accept);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(answer.body()).startsWith("500 This page is not working.").hasLineCount(1);
    assertNothingLeaks(answer.body());
  }

  @Test
  void errorsSpeakTheReadersLanguage() throws Exception {
    assertThat(get("/nowhere?lang=fr", BROWSER).body())
        .contains("lang=\"fr\"", "Il n’y a pas de page ici");
  }

  @Test
  void theStyleSheetIsKeptForAYearUnderItsHash() throws Exception {
    HttpResponse<String> answer = get(Assets.href("style.css"), "text/css");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control"))
        .contains("max-age=31536000, public, immutable");
    assertThat(answer.body()).contains("--paper");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%zz HTTP/1.1",
        "GET /%00 HTTP/1.1",
        "GET /a%2fb HTTP/1.1",
        "GET /\\ HTTP/1.1",
        "GET /asks?number=<%%> HTTP/1.1",
        "GET /../../etc/passwd HTTP/1.1",
        "GET //nowhere HTTP/1.1",
        "GET /;x=y/nowhere HTTP/1.1",
        "GET nowhere HTTP/1.1",
        "GET / HTTP/7.9",
        "HEAD /nowhere HTTP/1.1",
        "TRACE / HTTP/1.1",
        "TRACE /fails HTTP/1.1",
        "OPTIONS /takes HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "CONNECT 127.0.0.1:1 HTTP/1.1",
        "BREW /nowhere HTTP/1.1",
        "PROPFIND / HTTP/1.1",
        "get / HTTP/1.1",
        "P\u00D6ST / HTTP/1.1",
        "",
      })
  void noRequestHoweverOddGetsA5xx(String line) throws Exception {
    String answer = raw(line + "\r\nHost: 127.0.0.1\r\nCookie: a=secret-of-mine\r\n");

    assertThat(answer).matches("(?s)HTTP/1\\.1 (2|3|4|501|505).*");
    assertThat(answer).doesNotContain("secret-of-mine");
    assertNothingLeaks(answer);
  }

  @Test
  void aHugeQueryAHugeHeaderAndAWrongHostAreRefused() throws Exception {
    String huge = "x".repeat(100_000);

    assertThat(raw("GET /nowhere?" + huge + " HTTP/1.1\r\nHost: a\r\n")).startsWith("HTTP/1.1 4");
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + huge + "\r\n")).startsWith("HTTP/1.1 4");
    assertThat(raw("GET / HTTP/1.1\r\nHost: <a>\r\n")).startsWith("HTTP/1.1 4");
    assertThat(raw("GET / HTTP/1.1\r\n")).startsWith("HTTP/1.1 4");
  }

  @Test
  void aWrongContentTypeAndABrokenBodyAreRefused() throws Exception {
    assertThat(post("/takes", "text/plain", "{").statusCode()).isEqualTo(415);
    assertThat(post("/takes", "application/json", "{").statusCode()).isEqualTo(400);
    assertThat(post("/takes", "////", "{").statusCode()).isEqualTo(415);
  }

  private static void assertNothingLeaks(String body) {
    assertThat(body).doesNotContain("Exception", "\tat ", "Tomcat", "700 123");
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + port + path.replace("%zz", "%25zz"));
    return send(HttpRequest.newBuilder(uri).header("Accept", accept).build());
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + port + path);
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private String raw(String head) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      var out = socket.getOutputStream();
      try {
        out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      } catch (IOException refusedBeforeTheEnd) {
        // what was answered by then is read below
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

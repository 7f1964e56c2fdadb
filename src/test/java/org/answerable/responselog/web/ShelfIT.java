package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages that are only bytes say what the same pages say that are built. */
class ShelfIT extends ServedLog {
  @Autowired private Shelf shelf;

  @BeforeEach
  void fill() throws Exception {
    for (int tries = 0; shelf.find("/kijiji/log", "lang=en", null).isEmpty(); tries++) {
      assertThat(tries).as("the shelf stays empty").isLessThan(200);
      send(at("/kijiji"));
      Thread.sleep(50);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kijiji",
        "/kijiji/log",
        "/kijiji/how",
        "/kijiji/noticeboard",
        "/kijiji/log.atom",
        "/kijiji/log.json"
      })
  void theyAreTheSameAsThoseThatAreBuilt(String path) throws Exception {
    for (String encoding : List.of("gzip", "identity")) {
      assertThat(shelf.find(path, "lang=fr", null)).isPresent();
      HttpResponse<byte[]> kept = send(at(path + "?lang=fr").header("Accept-Encoding", encoding));
      HttpResponse<byte[]> built =
          send(at(path + "?lang=fr&x").header("Accept-Encoding", encoding));

      assertThat(kept.body()).isEqualTo(built.body());
      assertThat(headers(kept)).isEqualTo(headers(built)).containsKey("content-security-policy");
    }
  }

  private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    headers.remove("keep-alive");
    headers.remove("connection");
    headers.computeIfPresent(
        "vary", (name, values) -> List.of(String.join(", ", values).split(",\\s*")));
    return headers;
  }

  @Test
  void theLanguageIsTheOneThatTheBrowserAsksFor() throws Exception {
    assertThat(text(send(at("/kijiji").header("Accept-Language", "sw, en;q=0.5"))))
        .contains("<html lang=\"sw\"");
    assertThat(text(send(at("/kijiji").header("Accept-Language", "ja"))))
        .contains("<html lang=\"en\"");
  }

  @Test
  void whoHasThePageIsToldThatItIsTheSame() throws Exception {
    String tag = header(send(at("/kijiji/how")), "ETag");

    for (String known : List.of(tag, "\"x\", W/" + tag, "*")) {
      HttpResponse<byte[]> again = send(at("/kijiji/how").header("If-None-Match", known));
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
    assertThat(send(at("/kijiji/how").header("If-None-Match", "\"x\"")).statusCode())
        .isEqualTo(200);
    HttpResponse<byte[]> head = send(at("/kijiji/how").method("HEAD", BodyPublishers.noBody()));
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isEqualTo(tag);
  }

  @Test
  void whatTheLogHasIsOnThePageAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      grow(1);
      String size = text(get("checkpoint")).lines().skip(1).findFirst().orElseThrow();
      assertThat(text(send(at("/kijiji/how")))).contains("the log has " + size + " entries");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/kijiji/", "/kijiji//log", "/kijiji/LOG", "/kijiji/log;x", "/", "/kij"})
  void anotherAddressIsNotThePage(String path) {
    assertThat(shelf.find(path, null, null)).isEmpty();
    assertThat(shelf.find("/kijiji", "lang=xx", null)).isEmpty();
  }
}

package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real organisation that lacks somebody: it starts, and nobody can write to it. */
@Apart
class ClosedLineIT {
  private static final String FROM = "+99955501234";

  @Test
  void aLineWithoutASecondReaderIsClosedAndAllElseWorks(@TempDir Path folder) throws Exception {
    var real =
        Map.of(
            "answerable.demo",
            "false",
            "answerable.keys-dir",
            folder.resolve("keys").toString(),
            "server.address",
            "127.0.0.1");
    try (var line = new DemoLine(folder, real)) {
      Path file = folder.resolve("config/organisations/baraza-letu.yaml");
      takeAway(file);
      line.server().start();
      int readers = line(file, "- Amani");
      int crisis = line(file, "fr: { number: \"+99970000012\"");

      HttpResponse<String> answer = line.deliver("SM1", FROM, "no syrup");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).doesNotContain("syrup");
      assertThat(forged(line).statusCode()).isEqualTo(403);
      assertThat(line.server().isHealthy()).isTrue();
      awaitReady(line);
      assertThat(line.server().output())
          .contains("The line of Baraza Letu is closed.")
          .contains("  " + file + ":" + readers + ":3: \"readers\" names fewer than two;")
          .contains(
              "  " + file + ":" + crisis + ": \"crisis\" in fr, +99970000012, was last called");

      URI inbox = line.server().url("/inbox");
      var leader = new Visitor(inbox.getPort());
      leader.accept(line.server().invitation(), "asha", "three words of mine");
      for (String room : List.of("/inbox", "/inbox/people")) {
        assertThat(leader.get(room).body())
            .contains("The line is closed: nobody can write to you", file + ":" + readers + ":3:")
            .contains("crisis in fr: +99970000012, last called on 2026-01-05")
            .contains(file + ":" + crisis);
      }
      assertThat(new Visitor(inbox.getPort()).get("/login").body()).doesNotContain("is closed");
    }
  }

  /** What stands to be mended is printed a moment after the application is healthy. */
  private static void awaitReady(DemoLine line) throws InterruptedException {
    for (int tries = 0; !line.server().output().contains("+99970000012"); tries++) {
      assertThat(tries).isLessThan(300);
      Thread.sleep(100);
    }
  }

  private static HttpResponse<String> forged(DemoLine line) throws Exception {
    URI webhook = line.server().url("/channels/twilio/" + DemoLine.CHANNEL);
    return line.twilio().post(webhook, "MessageSid=SM2&From=%2B99955501234&Body=x", "forged");
  }

  private static void takeAway(Path file) throws IOException {
    String whole = Files.readString(file);
    String less =
        whole
            .replace("demo: true\n", "")
            .replace("  - { id: simulator, kind: simulator }\n", "")
            .replace("  - Neema (demo)\n", "")
            .replace("à toute heure, checked: 2026-11-20", "à toute heure, checked: 2026-01-05");
    assertThat(less).hasSizeLessThan(whole.length() - 50).contains("checked: 2026-01-05");
    Files.writeString(file, less);
  }

  private static int line(Path file, String text) throws IOException {
    String before = Files.readString(file);
    return (int) before.substring(0, before.indexOf(text)).lines().count();
  }
}

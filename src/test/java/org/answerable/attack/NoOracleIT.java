package org.answerable.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever asks without the phone whether a number has ever written in: all that they get is the
 * same for a number that did and for one that did not.
 */
@Apart
class NoOracleIT {
  private static final String WROTE = "+99955577001";
  private static final String NEVER = "+99955577002";

  @Test
  void whatIsAnsweredWithoutThePhoneIsTheSameForEveryNumber(@TempDir Path folder) throws Exception {
    try (var line = new DemoLine(folder, Map.of())) {
      line.server().start();
      line.text("SM1", WROTE, "no syrup at mto again");
      line.text("SM2", WROTE, "STOP");
      for (String path : List.of("", "/status", "/voice")) {
        for (String signature : List.of("", "forged", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")) {
          assertThat(ask(line, path, signature, WROTE))
              .as("%s signed '%s'", path, signature)
              .isEqualTo(ask(line, path, signature, NEVER));
        }
      }
      awaitInLog(line);
      for (String path : List.of("/", "/baraza-letu", "/baraza-letu/log", "/login", "/inbox")) {
        assertThat(get(line, path, WROTE)).as(path).isEqualTo(get(line, path, NEVER));
      }
    }
  }

  /** No page changes by itself any more. */
  private static void awaitInLog(DemoLine line) throws Exception {
    var visitor = new Visitor(line.server().url("/").getPort());
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (visitor.get("/baraza-letu/log").body().contains("Nothing is in the log yet")) {
      assertThat(System.nanoTime()).as("released").isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  /** What the holder of a receipt is told looks the same for whatever they wrote. */
  @Test
  void theProofOfACommitmentDoesNotTellWhatItIsAbout(@TempDir Path folder) throws Exception {
    try (var line = new DemoLine(folder, Map.of())) {
      line.server().start();
      String open = receipt(line.text("SM1", "+99955577003", "no syrup at mto again"));
      String accuses =
          receipt(
              line.text(
                  "SM2", "+99955577004", "tell the chair 2 stop giving food only 2 her frends"));
      var visitor = new Visitor(line.server().url("/").getPort());
      awaitEntry(visitor, open);
      awaitEntry(visitor, accuses);
      for (String as : List.of("", "proof")) {
        assertThat(shape(asked(visitor, open, as)))
            .as(as)
            .isEqualTo(shape(asked(visitor, accuses, as)));
      }
    }
  }

  private static String receipt(String reply) {
    Matcher code = Pattern.compile("\\d{4}-\\d{4}").matcher(reply);
    assertThat(code.find()).as(reply).isTrue();
    return code.group();
  }

  private static void awaitEntry(Visitor visitor, String receipt) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!asked(visitor, receipt, "").body().contains("as entry ")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  private static HttpResponse<String> asked(Visitor visitor, String receipt, String as)
      throws Exception {
    return visitor.send(
        "POST", "/baraza-letu/log/receipt", Visitor.form(Map.of("receipt", receipt, "as", as)));
  }

  /** All of an answer but hashes, numbers and days, which are each entry's own. */
  private static String shape(HttpResponse<String> answer) {
    return shown(answer)
        .toString()
        .replaceAll("[0-9a-f]{64}", "HASH")
        .replaceAll("(?m)^[A-Za-z0-9+/]{43}=\\n", "")
        .replaceAll("[A-Za-z0-9+/]{60,}=*", "SIGNATURE")
        .replaceAll("\\d+ [A-Z][a-z]{2}", "DAY")
        .replaceAll("content-length=\\[\\d+]", "")
        .replaceAll("\\d+", "N");
  }

  private static Map<String, Object> ask(
      DemoLine line, String path, String signature, String number) throws Exception {
    var form = new HashMap<String, String>();
    form.put("MessageSid", "SM77");
    form.put("CallSid", "CA77");
    form.put("MessageStatus", "delivered");
    form.put("AccountSid", StandInTwilio.ACCOUNT);
    form.put("From", number);
    form.put("To", "+99955500000");
    form.put("Body", "STATUS");
    URI url = line.server().url("/channels/twilio/" + DemoLine.CHANNEL + path);
    return shown(line.twilio().post(url, Visitor.form(form), signature));
  }

  private static Map<String, Object> get(DemoLine line, String path, String number)
      throws Exception {
    var visitor = new Visitor(line.server().url("/").getPort());
    return shown(visitor.get(path + "?from=" + number.substring(1)));
  }

  /**
   * Status, headers and body; the clock, the cookies and the tokens of forms are everybody's own.
   */
  private static Map<String, Object> shown(HttpResponse<String> answer) {
    var headers = new TreeMap<>(answer.headers().map());
    headers
        .keySet()
        .removeIf(name -> List.of("date", "set-cookie").contains(name.toLowerCase(Locale.ROOT)));
    return Map.of(
        "status",
        answer.statusCode(),
        "headers",
        headers.toString(),
        "body",
        answer
            .body()
            .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
            .replace(WROTE.substring(1), "NUMBER")
            .replace(NEVER.substring(1), "NUMBER"));
  }
}

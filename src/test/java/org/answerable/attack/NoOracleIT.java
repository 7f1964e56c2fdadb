package org.answerable.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.answerable.testing.DemoLine;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever asks without the phone whether a number has ever written in: all that they get is the
 * same for a number that did and for one that did not.
 */
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
      for (String path : List.of("/", "/baraza-letu", "/baraza-letu/log", "/login", "/inbox")) {
        assertThat(get(line, path, WROTE)).as(path).isEqualTo(get(line, path, NEVER));
      }
    }
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

package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call without credit is a way in: it costs nothing and is texted back, once a day. */
@Apart
class MissedCallIT {
  private static final String CALLER = "+99955501234";
  private static final String SWAHILI = "+99955505678";
  private static final String STOPPED = "+99955509999";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void aCallIsRejectedAndTheCallerTextedBackOnceADay(@TempDir Path folder) throws Exception {
    try (var line = new DemoLine(folder, Map.of())) {
      line.server().start();
      line.text("SM1", STOPPED, "STOP");
      line.text("SM2", SWAHILI, "MSAADA");

      assertThat(call(line, "CA1", STOPPED).body()).contains("<Reject reason=\"busy\"/>");
      assertThat(call(line, "CA2", CALLER).body()).contains("<Reject reason=\"busy\"/>");
      assertThat(call(line, "CA2", CALLER).statusCode()).as("a repeat").isEqualTo(200);
      assertThat(sent(line, 1))
          .singleElement()
          .satisfies(
              sms -> {
                assertThat(sms.to()).isEqualTo(CALLER);
                assertThat(sms.body())
                    .startsWith("Your call cost you nothing.")
                    .contains("+99970000021");
              });

      call(line, "CA3", CALLER);
      call(line, "CA4", SWAHILI);
      List<StandInTwilio.Sent> sent = sent(line, 2);
      assertThat(sent).extracting(StandInTwilio.Sent::to).containsExactly(CALLER, SWAHILI);
      assertThat(sent.getLast().body()).startsWith("Simu yako haikugharimu kitu.");
      assertThat(line.server().output()).doesNotContain("5501234", "5509999");
    }
  }

  private static HttpResponse<String> call(DemoLine line, String id, String from) throws Exception {
    var fields = Map.of("CallSid", id, "From", from, "To", "+99955500000", "CallStatus", "ringing");
    String path = "/channels/twilio/" + DemoLine.CHANNEL + "/voice";
    URI url = line.server().url(path);
    String signature = StandInTwilio.signature(url.toString(), fields);
    return line.twilio().post(url, Visitor.form(fields), signature);
  }

  /** Waits for so many, and a little for one too many. */
  private static List<StandInTwilio.Sent> sent(DemoLine line, int count) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (line.twilio().sent().size() < count && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
    Thread.sleep(500);
    return line.twilio().sent();
  }
}

package org.answerable.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.answerable.organisation.ChannelConfig;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.StandInTwilio.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwilioSetUpTest {
  private static final String OURS = "https://line.example.org/channels/twilio/line";
  private static final String WHOLE = OURS + "#rc=5&rp=ct,rt,5xx";
  private StandInTwilio twilio;
  private TwilioSetUp setUp;

  @BeforeEach
  void start() throws IOException {
    twilio = new StandInTwilio();
    ChannelConfig.Twilio config = TwilioAt.config(twilio.apiUrl());
    var client = SingleSendClient.restClient(config, Duration.ofSeconds(5));
    setUp = new TwilioSetUp("baraza", config, "https://line.example.org", client);
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void saysWhatToEnter() {
    assertThat(setUp.entries()).extracting("what").containsExactly(WHOLE, OURS + "/voice");
  }

  @Test
  void findsNothingMissingWhereAllIsThere() {
    twilio.number(number(WHOLE, "POST", OURS + "/voice", ""));
    assertThat(setUp.missing()).isEmpty();
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(setUp.missing()).singleElement().asString().contains("no such number");
    twilio.number(number(OURS, "GET", "", ""));
    assertThat(setUp.missing())
        .hasSize(3)
        .satisfiesExactly(
            repeats -> assertThat(repeats).contains("lacks #rc=5&rp=ct,rt,5xx"),
            method -> assertThat(method).contains("Choose POST"),
            calls -> assertThat(calls).contains("optional"));
    twilio.number(number("https://demo.twilio.com/welcome", "POST", OURS + "/voice", ""));
    assertThat(setUp.missing()).singleElement().asString().contains("don't come here");
    twilio.number(number(WHOLE, "POST", OURS + "/voice", "AP1"));
    assertThat(setUp.missing()).singleElement().asString().contains("TwiML app");
  }

  @Test
  void saysWhyTwilioDoesNotTell() {
    twilio.answer(Answer.KNOWS_NOT_US);
    assertThat(setUp.missing()).singleElement().asString().contains("auth-token");
    for (Answer answer : List.of(Answer.THROTTLES, Answer.BREAKS, Answer.SUSPENDS_US)) {
      twilio.answer(answer);
      assertThat(setUp.missing()).hasSize(1);
    }
    twilio.close();
    assertThat(setUp.missing()).hasSize(1);
  }

  private static String number(String sms, String method, String voice, String app) {
    return """
    {"sid":"PN1","phone_number":"%s","sms_url":"%s","sms_method":"%s","voice_url":"%s","sms_application_sid":"%s"}\
    """
        .formatted(StandInTwilio.NUMBER, sms, method, voice, app)
        .strip();
  }
}

package org.answerable.channel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.answerable.channel.Reply;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.SmsPrice;
import org.answerable.platform.RandomIds;
import org.answerable.testing.AnOrganisation;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SimulatorControllerTest {
  private final Phones phones = new Phones(new Random(1));
  private Reply reply = Reply.of("We have it.");
  private final MockMvcTester page = page(AnOrganisation.with(new ChannelConfig.Simulator("sim")));

  @Test
  void showsThePhonesWithTheirLastTextCounted() {
    phones.add("baraza", "sim", "sw");
    send(1, "hello");

    assertThat(page.perform(get("/simulator"))).hasStatusOk().hasViewName("simulator/phones");
    var phone = PhoneView.of(phones.find(1).orElseThrow(), Optional.empty());
    assertThat(phone.language()).isEqualTo("Kiswahili");
    assertThat(phone.texts())
        .containsExactly(
            new PhoneText(PhoneText.From.MEMBER, "hello"),
            new PhoneText(PhoneText.From.LINE, "We have it."));
    assertThat(phone.last()).isNotNull().returns(11, it -> it.units());
    assertThat(phone.memberSegments()).isEqualTo(1);
    assertThat(phone.lineSegments()).isEqualTo(1);
  }

  @Test
  void saysWhatItCostWhereTheOrganisationNamesAPrice() {
    phones.add("baraza", "sim", "sw");
    send(1, "hello");
    var price = new SmsPrice(new BigDecimal("0.8"), "KES");
    var phone = phones.find(1).orElseThrow();
    assertThat(PhoneView.of(phone, Optional.of(price)).price()).isEqualTo("about 0.80 KES");
    assertThat(PhoneView.of(phone, Optional.empty()).price()).isEmpty();
  }

  @Test
  void recordsWhatWasSaidFromTheFirstQuestionOn() {
    phones.add("baraza", "sim", "sw");
    assertThat(transcript()).startsWith("# No question");
    reply = new Reply(List.of(new Reply.Text("Kuhusu? 1 dawa 2 ada", List.of("dawa", "ada"))));
    send(1, "hakuna dawa");
    reply = Reply.of("Asante.\nKwaheri.");
    send(1, " dawa\n");
    assertThat(transcript())
        .isEqualTo(
            """
            == sw: tried on a phone
            < Kuhusu? 1 dawa 2 ada
            > dawa
            < Asante.
            | Kwaheri.
            """);
    assertThat(page.perform(get("/simulator/phones/2/transcript"))).hasStatus(404);
  }

  @Test
  void showsALongTextAsTheMessagesThatItIs() {
    phones.add("baraza", "sim", "en");
    reply = Reply.of("The syrup is here. ".repeat(30).strip());
    send(1, "hello");
    var phone = phones.find(1).orElseThrow();
    assertThat(phone.texts()).hasSize(3);
    assertThat(phone.texts().get(1).body()).startsWith("(1/2) The syrup");
    assertThat(phone.lineSegments()).isEqualTo(4);
  }

  @Test
  void returnsToThePhoneThatSent() {
    phones.add("baraza", "sim", "en");
    assertThat(send(1, "")).hasStatus3xxRedirection().hasRedirectedUrl("/simulator#p1");
  }

  @Test
  void keepsFewPhonesAndFewTexts() {
    for (int i = 0; i < 20; i++) {
      assertThat(page.perform(post("/simulator/phones").param("language", "en")))
          .hasRedirectedUrl("/simulator");
    }
    assertThat(phones.all()).hasSize(Phones.MAX_PHONES);
    assertThat(phones.all().stream().map(Phone::address).distinct()).hasSize(Phones.MAX_PHONES);
    for (int i = 0; i < 20; i++) {
      send(1, "text " + i);
    }
    assertThat(phones.find(1).orElseThrow().texts()).hasSize(Phone.MAX_TEXTS);
    assertThat(phones.find(1).orElseThrow().memberSegments()).isEqualTo(20);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    phones.add("baraza", "sim", "en");
    assertThat(send(2, "hello")).hasStatus(404);
    assertThat(send(1, "a".repeat(20_001))).hasStatus(413);
    assertThat(page.perform(post("/simulator/phones").param("language", "xx"))).hasStatus(400);
    var twilio = new ChannelConfig.Twilio("line", "AC1", "token", "+1", null);
    assertThat(page(AnOrganisation.with(twilio)).perform(get("/simulator"))).hasStatus(404);
  }

  @Test
  void refusesFormsOfOtherSites() {
    phones.add("baraza", "sim", "en");
    for (String site : List.of("cross-site", "same-site")) {
      var request = post("/simulator/phones/1/texts").header("Sec-Fetch-Site", site);
      assertThat(page.perform(request)).hasStatus(403);
    }
    var request = post("/simulator/phones/1/texts").header("Host", "localhost:8080");
    assertThat(page.perform(request.header("Origin", "https://example.org"))).hasStatus(403);
    assertThat(phones.find(1).orElseThrow().texts()).isEmpty();

    var own = post("/simulator/phones/1/texts").header("Host", "localhost:8080");
    assertThat(page.perform(own.header("Origin", "http://localhost:8080"))).hasStatus(302);
    var named = post("/simulator/phones/1/texts").header("Sec-Fetch-Site", "same-origin");
    assertThat(page.perform(named.header("Origin", "null"))).hasStatus(302);
  }

  private MvcTestResult send(int phone, String text) {
    return page.perform(post("/simulator/phones/" + phone + "/texts").param("text", text));
  }

  private String transcript() {
    try {
      return page.perform(get("/simulator/phones/1/transcript"))
          .getResponse()
          .getContentAsString(UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private MockMvcTester page(Organisation organisation) {
    var line =
        new SimulatedLine(
            phones, message -> reply, new RandomIds(), InstantSource.fixed(Instant.EPOCH));
    var controller =
        new SimulatorController(phones, line, new Organisations(List.of(organisation)));
    return MockMvcTester.create(MockMvcBuilders.standaloneSetup(controller).build());
  }
}

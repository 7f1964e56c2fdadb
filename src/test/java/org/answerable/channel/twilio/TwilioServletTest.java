package org.answerable.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.MissedCall;
import org.answerable.channel.Reply;
import org.answerable.organisation.ChannelConfig;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TwilioServletTest {
  private static final String PUBLIC_URL = "https://line.example.org/base";
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private final List<IncomingMessage> taken = new ArrayList<>();
  private final List<MissedCall> calls = new ArrayList<>();
  private @Nullable Reply reply = Reply.of("We have it.");

  @Test
  void handsOverASignedText() throws IOException {
    var response = post("/line", text("came 5am & waited"));

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentType()).isEqualTo("application/xml;charset=UTF-8");
    assertThat(response.getContentAsString(UTF_8))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>We have"
                + " it.</Message></Response>");
    var message = taken.getFirst();
    assertThat(message.organisation()).isEqualTo("baraza");
    assertThat(message.id()).isEqualTo("SM1");
    assertThat(message.address().channel()).isEqualTo("line");
    assertThat(message.address().value()).isEqualTo("+99955501234");
    assertThat(message.text()).isEqualTo("came 5am & waited");
    assertThat(message.at()).isEqualTo(NOW);
    assertThat(response.getCookies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "😀😀",
        "a\u0000b",
        "\u202Eabc\u202C",
        "٣١٢",
        "لا يوجد دواء",
        "раураl",
        "100% & = + ;"
      })
  void takesAnyTextAsItIs(String text) throws IOException {
    assertThat(post("/line", text(text)).getStatus()).isEqualTo(200);
    assertThat(taken.getFirst().text()).isEqualTo(text);
  }

  @Test
  void takesTwentyThousandCharactersOfAnyScript() throws IOException {
    for (String sign : List.of("a", "ß", "ع", "😀")) {
      assertThat(post("/line", text(sign.repeat(20_000))).getStatus()).isEqualTo(200);
    }
    assertThat(taken).hasSize(4);
  }

  @Test
  void answersWithNothingWhenNothingIsToBeSaid() throws IOException {
    reply = Reply.NOTHING;
    assertThat(post("/line", text("STOP")).getContentAsString()).endsWith("?><Response/>");
  }

  @Test
  void answersWithoutBodyWhenNothingWasTaken() throws IOException {
    reply = null;
    var response = post("/line", text("hello"));
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentAsByteArray()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/other",
        "/",
        "/line/x",
        "/line/",
        "//line",
        "/status",
        "/other/status",
        "/voice",
        "/other/voice"
      })
  void doesNotKnowOtherChannels(String path) throws IOException {
    assertThat(post(path, text("hello")).getStatus()).isEqualTo(404);
    assertThat(taken).isEmpty();
  }

  @Test
  void rejectsACallAndTellsOfIt() throws IOException {
    var response = post("/line/voice", Map.of("CallSid", "CA1", "From", "+99955501234"));
    assertThat(response.getContentAsString())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<Response><Reject reason=\"busy\"/></Response>");
    var call = calls.getFirst();
    assertThat(call.organisation()).isEqualTo("baraza");
    assertThat(call.id()).isEqualTo("CA1");
    assertThat(call.from()).isEqualTo(new Address("line", "+99955501234"));
    assertThat(call.toString()).doesNotContain("5501234");
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anonymous", "", "+266696687", "+7378742833", "12345"})
  void nobodyIsToldOfACallerWhoHidesTheirNumber(String from) throws IOException {
    var response = post("/line/voice", Map.of("CallSid", "CA1", "From", from));
    assertThat(response.getContentAsString()).contains("<Reject");
    assertThat(calls).isEmpty();
  }

  @Test
  void refusesCallsThatAreForgedOrMalformed() throws IOException {
    Map<String, String> call = Map.of("CallSid", "CA1", "From", "+99955501234");
    assertThat(send(request("/line/voice", Visitor.form(call), "x")).getStatus()).isEqualTo(403);
    assertThat(post("/line/voice", Map.of("From", "+99955501234")).getStatus()).isEqualTo(400);
    assertThat(calls).isEmpty();
  }

  @Test
  void refusesUnsignedAndForged() throws IOException {
    var unsigned = request("/line", Visitor.form(text("hello")), "");
    unsigned.removeHeader("X-Twilio-Signature");
    assertThat(send(unsigned).getStatus()).isEqualTo(403);
    for (String signature : List.of("", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")) {
      assertThat(send(request("/line", Visitor.form(text("hello")), signature)).getStatus())
          .isEqualTo(403);
    }
    assertThat(taken).isEmpty();
  }

  @Test
  void refusesASignatureOfAnotherTextChannelOrQuery() throws IOException {
    String signature = sign("/line", text("hello"));
    assertThat(send(request("/line", Visitor.form(text("bye")), signature)).getStatus())
        .isEqualTo(403);
    assertThat(send(request("/line/status", Visitor.form(text("hello")), signature)).getStatus())
        .isEqualTo(403);
    var queried = request("/line", Visitor.form(text("hello")), signature);
    queried.setQueryString("Body=other");
    assertThat(send(queried).getStatus()).isEqualTo(403);
    assertThat(taken).isEmpty();
  }

  @Test
  void signsTheQueryAsPartOfTheUrlAndNotOfTheForm() throws IOException {
    String signature = sign("/line?Body=query&x=%20", text("form"));
    var request = request("/line", Visitor.form(text("form")), signature);
    request.setQueryString("Body=query&x=%20");
    assertThat(send(request).getStatus()).isEqualTo(200);
    assertThat(taken.getFirst().text()).isEqualTo("form");
  }

  @Test
  void doesNotAskTheHostHeader() throws IOException {
    var request = request("/line", Visitor.form(text("hello")), sign("/line", text("hello")));
    request.addHeader("Host", "elsewhere.example.net");
    request.setServerName("elsewhere.example.net");
    assertThat(send(request).getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageSid", "From", "Body"})
  void refusesASignedTextThatLacksAField(String field) throws IOException {
    var fields = text("hello");
    fields.remove(field);
    assertThat(post("/line", fields).getStatus()).isEqualTo(400);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "whatsapp:+99955501234", "12345", "BANK", "+٩٩٩٥٥٥٠١٢٣٤", "+0123456789"})
  void refusesASenderWhoCannotBeAnswered(String from) throws IOException {
    var fields = text("hello");
    fields.put("From", from);
    assertThat(post("/line", fields).getStatus()).isEqualTo(400);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "multipart/form-data; boundary=x",
        "",
        "application/x-www-form-urlencoded;charset=ISO-8859-1"
      })
  void refusesWhatIsNoForm(String contentType) throws IOException {
    var request = request("/line", Visitor.form(text("a")), sign("/line", text("a")));
    request.setContentType(contentType);
    assertThat(send(request).getStatus()).isEqualTo(400);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Body=%", "Body=%4", "Body=%zz", "Body=%ff", "Body=%c3", "Body=a&Body=b"})
  void refusesABadlyWrittenForm(String form) throws IOException {
    assertThat(send(request("/line", form, "x")).getStatus()).isEqualTo(400);
  }

  @Test
  void refusesWhatIsOverTheLimitWithOrWithoutItsLength() throws IOException {
    String form = "Body=" + "a".repeat(Line.MAX_BODY_BYTES);
    assertThat(send(request("/line", form, "x")).getStatus()).isEqualTo(413);
    var chunked =
        new MockHttpServletRequest("POST", PUBLIC_URL) {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    fill(chunked, "/line", form, "x");
    assertThat(send(chunked).getStatus()).isEqualTo(413);
    assertThat(taken).isEmpty();
  }

  @Test
  void takesAStatusWithoutKeepingIt() throws IOException {
    Map<String, String> status = Map.of("MessageSid", "SM1", "MessageStatus", "delivered");
    assertThat(post("/line/status", status).getStatus()).isEqualTo(204);
    assertThat(post("/line/status", Map.of("MessageSid", "SM1")).getStatus()).isEqualTo(400);
    assertThat(send(request("/line/status", Visitor.form(status), "x")).getStatus()).isEqualTo(403);
    assertThat(taken).isEmpty();
  }

  @Test
  void neverFailsOnARandomBody() throws IOException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] body = new byte[random.nextInt(60)];
      for (int at = 0; at < body.length; at++) {
        body[at] = (byte) "Body=&+%4z\u00e9;".charAt(random.nextInt(12));
      }
      var request = request("/line", "", "signature");
      request.setContent(body);
      assertThat(send(request).getStatus()).as("seed %d, body %d", seed, i).isIn(400, 403);
    }
    assertThat(taken).isEmpty();
  }

  private static Map<String, String> text(String body) {
    return new HashMap<>(
        Map.of("MessageSid", "SM1", "From", "+99955501234", "Body", body, "NumMedia", "0"));
  }

  private static String sign(String path, Map<String, String> fields) {
    return StandInTwilio.signature(PUBLIC_URL + "/channels/twilio" + path, fields);
  }

  private MockHttpServletResponse post(String path, Map<String, String> fields) throws IOException {
    return send(request(path, Visitor.form(fields), sign(path, fields)));
  }

  private static MockHttpServletRequest request(String path, String form, String signature) {
    return fill(new MockHttpServletRequest("POST", PUBLIC_URL), path, form, signature);
  }

  private static MockHttpServletRequest fill(
      MockHttpServletRequest request, String path, String form, String signature) {
    request.setRequestURI("/channels/twilio" + path);
    request.setPathInfo(path);
    request.setContentType("application/x-www-form-urlencoded; charset=UTF-8");
    request.setContent(form.getBytes(UTF_8));
    request.addHeader("X-Twilio-Signature", signature);
    return request;
  }

  private MockHttpServletResponse send(MockHttpServletRequest request) throws IOException {
    var config =
        new ChannelConfig.Twilio(
            "line", StandInTwilio.ACCOUNT, StandInTwilio.AUTH_TOKEN, "+99955500000", null);
    Inbound inbound =
        message -> {
          if (reply == null) {
            throw new Inbound.Unavailable("the database is away");
          }
          taken.add(message);
          return reply;
        };
    var lines = Map.of("line", new Line("baraza", config, PUBLIC_URL));
    var response = new MockHttpServletResponse();
    new TwilioServlet(lines, inbound, calls::add, InstantSource.fixed(NOW))
        .doPost(request, response);
    return response;
  }
}

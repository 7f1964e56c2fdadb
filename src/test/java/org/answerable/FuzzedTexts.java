package org.answerable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.answerable.testing.RawConnection;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;

/**
 * Webhooks of Twilio as they should be, and as they should not. Seeded, so that each can be met
 * again.
 */
final class FuzzedTexts {
  private static final int PEOPLE = 500;
  private static final String FORM =
      "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n";

  /** What moves a conversation somewhere, so that odd texts meet all of its states. */
  private static final List<String> SAID =
      List.of(
          "no syrup at mto",
          "1",
          "2",
          "9",
          "0",
          "publish",
          "text",
          "notice",
          "4821",
          "STOP",
          "START",
          "HELP",
          "LANG",
          "3",
          "STATUS 4821-9307",
          "READ 48219307 4821",
          "FORGET",
          "FORGET 4821",
          "WITHDRAW 4821-9307",
          "SAFE",
          "DATA",
          "LOG",
          "CLEAR",
          "QUIET 21-7",
          "QUIET OFF",
          "hello",
          "asante",
          "the nurse beats us",
          "dont reply",
          "i want to die",
          "WIN 50000 pin",
          "habari",
          "waitng",
          "");

  private final Random random;
  private final String publicUrl;
  private final String authority;
  private final String channel;

  FuzzedTexts(long seed, String publicUrl, String authority, String channel) {
    this.random = new Random(seed);
    this.publicUrl = publicUrl;
    this.authority = authority;
    this.channel = channel;
  }

  /**
   * One request.
   *
   * @param proven whether its signature is the right one for what it says
   */
  record Webhook(byte[] request, boolean proven) {
    @Override
    public String toString() {
      return "Webhook[" + proven + ", " + new String(request, StandardCharsets.UTF_8) + "]";
    }
  }

  /** A form as odd as can be; half of them are rightly signed all the same. */
  Webhook fuzzed(long number) {
    Map<String, String> fields = fields(number);
    for (int times = random.nextInt(3); times > 0; times--) {
      mutate(fields);
    }
    String path = path() + (random.nextInt(20) == 0 ? "?" + odd(20) : "");
    byte[] body = Visitor.form(fields).getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(3) == 0) {
      body = broken(body);
    }
    String signature = StandInTwilio.signature(publicUrl + path, fields);
    String target = path.chars().allMatch(FuzzedTexts::isUrl) ? path : path();
    boolean signed = target.equals(path) && says(body, fields);
    byte[] request = RawConnection.post(target, authority, headers(signature), body);
    return new Webhook(request, signed);
  }

  /** Whether a form says the same: not each byte that breaks changes what is meant. */
  private static boolean says(byte[] body, Map<String, String> fields) {
    Map<String, String> said = new TreeMap<>();
    try {
      for (String field : new String(body, StandardCharsets.UTF_8).split("&")) {
        String[] parts = field.split("=", 2);
        String value = parts.length == 2 ? parts[1] : "";
        said.put(decoded(parts[0]), decoded(value));
      }
    } catch (IllegalArgumentException escapedBadly) {
      return false;
    }
    Map<String, String> meant = new TreeMap<>();
    fields.forEach((name, value) -> meant.put(whole(name), whole(value)));
    said.remove("");
    meant.remove("");
    return said.equals(meant);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** As it is written in UTF-8, which half of a pair is not. */
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** A text as good as any, but for its signature. */
  Webhook forged(long number) {
    Map<String, String> fields = fields(number);
    String path = "/channels/twilio/" + channel;
    String good = StandInTwilio.signature(publicUrl + path, fields);
    byte[] body = Visitor.form(fields).getBytes(StandardCharsets.UTF_8);
    String headers = FORM + "X-Twilio-Signature: " + forged(good, path, fields) + "\r\n";
    return new Webhook(RawConnection.post(path, authority, headers, body), false);
  }

  private String forged(String good, String path, Map<String, String> fields) {
    byte[] bytes = Base64.getDecoder().decode(good);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    byte[] chance = new byte[random.nextInt(40)];
    random.nextBytes(chance);
    Map<String, String> others = new TreeMap<>(fields);
    others.put("Body", fields.get("Body") + "x");
    return switch (random.nextInt(8)) {
      case 0 -> Base64.getEncoder().encodeToString(bytes);
      case 1 -> Base64.getEncoder().encodeToString(chance);
      case 2 -> "";
      case 3 -> good.substring(0, random.nextInt(good.length() - 1));
      case 4 -> StandInTwilio.signature("http://example.org" + path, fields);
      case 5 -> StandInTwilio.signature(publicUrl + path, others);
      case 6 -> good.toLowerCase(Locale.ROOT) + "A";
      default -> StandInTwilio.signature(publicUrl + path, Map.of());
    };
  }

  private Map<String, String> fields(long number) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("MessageSid", "SM%032x".formatted(number));
    fields.put("SmsSid", "SM%032x".formatted(number));
    fields.put("AccountSid", StandInTwilio.ACCOUNT);
    fields.put("From", "+9995550%04d".formatted(random.nextInt(PEOPLE)));
    fields.put("To", StandInTwilio.NUMBER);
    fields.put("Body", SAID.get(random.nextInt(SAID.size())));
    fields.put("NumMedia", "0");
    fields.put("NumSegments", "1");
    fields.put("ApiVersion", "2010-04-01");
    return fields;
  }

  private void mutate(Map<String, String> fields) {
    List<String> names = List.copyOf(fields.keySet());
    String name = names.isEmpty() ? "Body" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(10)) {
      case 0 -> fields.remove(name);
      case 1 -> fields.put(name, odd(60));
      case 2 -> fields.put(name, "");
      case 3 -> fields.put(odd(10), odd(10));
      case 4 ->
          fields.put(
              "From",
              List.of("anonymous", "+1", "12345", "whatsapp:+9995550001", odd(20))
                  .get(random.nextInt(5)));
      case 5 -> fields.put("MessageSid", odd(80));
      case 6 ->
          fields.put(
              "Body", odd(1).repeat(1 + random.nextInt(random.nextInt(50) == 0 ? 20_000 : 300)));
      case 7 ->
          fields.put("OptOutType", List.of("STOP", "START", "HELP", odd(5)).get(random.nextInt(4)));
      case 8 -> {
        for (int i = random.nextInt(250); i > 0; i--) {
          fields.put("Media" + i, "x");
        }
      }
      default -> fields.put("Body", odd(200));
    }
  }

  /** Signs of every plane, of halves of pairs, and those that mean something to somebody. */
  private String odd(int most) {
    StringBuilder text = new StringBuilder();
    for (int length = 1 + random.nextInt(most); length > 0; length--) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 2 -> text.append("\0\r\n\t<>&\"';%@(){}[]\\".charAt(random.nextInt(19)));
        case 3 -> text.append("\u202e\u200b\ufeff\u0301\u2066\u00a0".charAt(random.nextInt(6)));
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }

  private byte[] broken(byte[] body) {
    byte[] broken =
        random.nextBoolean() ? body.clone() : Arrays.copyOf(body, random.nextInt(body.length + 20));
    for (int times = random.nextInt(4); times > 0 && broken.length > 0; times--) {
      broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
    }
    return broken;
  }

  private String path() {
    String path = "/channels/twilio/" + channel;
    return switch (random.nextInt(30)) {
      case 0 -> path + "/status";
      case 1 -> path + "/voice";
      case 2 -> "/channels/twilio/other";
      case 3 -> "/channels/twilio/";
      case 4 -> path + "/%2e%2e";
      default -> path;
    };
  }

  private static boolean isUrl(int sign) {
    return sign > ' ' && sign < 127 && "\"<>\\^`{|}#[]%".indexOf(sign) < 0;
  }

  private String headers(String signature) {
    String type =
        switch (random.nextInt(25)) {
          case 0 -> "text/plain";
          case 1 -> "multipart/form-data; boundary=x";
          case 2 -> "application/x-www-form-urlencoded; charset=UTF-16";
          case 3 -> "application/json";
          default -> "application/x-www-form-urlencoded; charset=UTF-8";
        };
    String sign = random.nextInt(40) == 0 ? "" : "X-Twilio-Signature: " + signature + "\r\n";
    return "Content-Type: " + type + "\r\n" + sign;
  }
}

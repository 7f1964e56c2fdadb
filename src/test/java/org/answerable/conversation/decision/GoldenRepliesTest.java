package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.channel.Reply;
import org.answerable.platform.sms.Segments;
import org.answerable.responselog.ReceiptState;
import org.junit.jupiter.api.Test;

/**
 * What people read on their phones, word by word and with its price. A change is seen here before
 * anybody is texted; {@code mvn test -Dtest=GoldenRepliesTest -Dupdate=true} accepts it.
 */
class GoldenRepliesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/replies.golden.txt");
  private static final List<String> LANGUAGES = List.of("en", "sw", "fr");
  private static final LocalDate ASKED = LocalDate.of(2026, 11, 10);
  private final List<String> lines = new ArrayList<>();

  @Test
  void theRepliesAreThoseOfTheGoldenFile() throws IOException {
    LANGUAGES.forEach(this::conversations);
    heard();
    String now = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("update")) {
      Files.writeString(GOLDEN, now);
    }
    assertThat(now).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void eachReplyCostsOneSegment() {
    LANGUAGES.forEach(this::conversations);
    assertThat(lines).filteredOn(line -> line.startsWith("<")).allMatch(l -> l.startsWith("< 1 "));
  }

  private void conversations(String language) {
    lines.add("== " + language);
    for (String text :
        List.of(
            "hello",
            "🙂",
            "HELP",
            "PRIVACY",
            "START",
            "STATUS",
            "STATUS 0000-0000",
            "LANG",
            "DATA",
            "QUIET",
            "QUIET 21-7",
            "QUIET OFF",
            "CLEAR",
            "LOG")) {
      told(Talking.in(language), text);
    }
    feedback(Talking.in(language));
    status(language);
    tooMuch(Talking.in(language));
    confided(language);
    withdrawn(language);
    read(Talking.in(language));
    forgotten(Talking.in(language));
    Talking stopped = Talking.in(language);
    for (String text : List.of("STOP", "HELP", "SAFE", "STOP", "no syrup again", "START")) {
      told(stopped, text);
    }
  }

  /** From whoever never chose a language. */
  private void heard() {
    lines.add("== none chosen");
    for (String text : List.of("bonjour", "SECOURS", "MOTS", "habari", "HALI", "MANENO", "info")) {
      told(Talking.stranger(), text);
    }
  }

  private void feedback(Talking person) {
    for (String text :
        List.of("no syrup for 2 weeks", "and the nurse was away", "1", "publish", "text")) {
      told(person, text);
    }
    person.wait(Duration.ofMinutes(31));
    told(person, "a".repeat(ConversationLimits.MESSAGE_CHARS + 1));
  }

  private void status(String language) {
    Talking person =
        Talking.in(language)
            .receipt("11111111", new ReceiptState(ASKED, LocalDate.of(2026, 11, 30), null, null))
            .receipt("22222222", new ReceiptState(ASKED, null, null, null))
            .receipt("33333333", new ReceiptState(ASKED, LocalDate.of(2026, 11, 23), null, null))
            .receipt("44444444", new ReceiptState(ASKED, null, LocalDate.of(2026, 11, 20), null));
    for (String digits : List.of("1111-1111", "2222-2222", "3333-3333", "4444-4444")) {
      told(person, "STATUS " + digits);
    }
  }

  private void read(Talking person) {
    person.says("no syrup");
    person.says("6");
    for (String text : List.of("2", "48210", "4821", "READ", "READ 1111-1111 4821")) {
      told(person, text);
    }
    person.kept("48219307", "The pharmacist is back.");
    told(person, "READ 4821-9307 0000");
    told(person, "READ 4821-9307 4821");
    person.says("no water");
    person.says("6");
    told(person, "2");
  }

  private void withdrawn(String language) {
    Talking person = Talking.in(language);
    person.says("no syrup");
    told(person, "WITHDRAW 0000-0000");
    told(person, "WITHDRAW 4821-9307");
    person.receipt("48219307", new ReceiptState(ASKED, null, null, LocalDate.of(2026, 11, 24)));
    told(person, "STATUS 4821-9307");
  }

  private void forgotten(Talking person) {
    for (int digits = 4821; digits < 4824; digits++) {
      told(person, "FORGET");
      told(person, digits == 4823 ? "FORGET" : "FORGET 0000");
    }
    person.says("FORGET 0000");
    told(person, "FORGET");
    person.wait(Duration.ofHours(24));
    person.says("FORGET");
    told(person, "FORGET 4824");
  }

  private void confided(String language) {
    Talking afraid = Talking.in(language);
    told(afraid, "SAFE");
    told(afraid, "the nurse told my landlord");
    told(afraid, "he comes on friday");
    told(Talking.in(language), "im tired of dis life no reason 2 take meds anymore");
    told(Talking.in(language), "he beats me. dont reply");
    told(Talking.in(language).muted(LocalDate.of(2026, 11, 30)), "no syrup");
  }

  private void tooMuch(Talking person) {
    for (int i = 0; i < ConversationLimits.RATE_MESSAGES; i++) {
      person.says("no syrup");
    }
    told(person, "the 21st text of a minute");
  }

  private void told(Talking person, String text) {
    lines.add("> " + (text.length() > 60 ? text.length() + " characters" : text));
    Reply reply = person.says(text).reply();
    if (reply.texts().isEmpty()) {
      lines.add("(nothing)");
    }
    for (Reply.Text said : reply.texts()) {
      Segments price = Segments.of(said.body());
      lines.add("< %d (%d units): ".formatted(price.segments(), price.units()) + said.body());
    }
  }
}

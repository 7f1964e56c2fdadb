package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.answerable.intake.FeedbackGiven;
import org.answerable.platform.sms.Segments;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a phone can send has a defined, polite reply. */
class OddInputTest {
  private static final String EMPTY = "We can only read words.";
  private static final String WELCOME = "Baraza Letu: tell us";
  private static final String TAKEN = "We have it. Code 4821-9307";
  private static final String CUT = "Your text was very long.";
  private static final String STOPPED = "You will get no more texts";

  @Test
  void theTimeToWaitForLiesAheadAndIsEnough() {
    Talking person = Talking.in("en").wait(Duration.ofSeconds(70)); // 12:01:10 in Nairobi
    for (int i = 0; i < ConversationLimits.RATE_MESSAGES; i++) {
      person.says("STATUS 1234-5678");
    }
    assertThat(person.wait(Duration.ofSeconds(30)).hears("one more")).contains("until 12:03");
    assertThat(person.wait(Duration.ofSeconds(80)).says("at 12:03").reply().texts()).isNotEmpty();
  }

  static Stream<Arguments> odd() {
    return Stream.of(
        Arguments.of("nothing", "", EMPTY, ""),
        Arguments.of("blanks", " \t\r\n\u00a0\u3000", EMPTY, ""),
        Arguments.of("emoji only", "🙂👍🏽", EMPTY, ""),
        Arguments.of("signs only", "... !!! ---", EMPTY, ""),
        Arguments.of("NUL only", "\0".repeat(20_000), EMPTY, ""),
        Arguments.of("bidirectional marks only", "\u202e\u2066\u200f\u061c", EMPTY, ""),
        Arguments.of("zero-width only", "\u200b\u200c\u200d\ufeff\u2060", EMPTY, ""),
        Arguments.of("half a surrogate pair", "\ud83d", EMPTY, ""),
        Arguments.of("accents without letters", "\u0301\u0302\u0303", EMPTY, ""),
        Arguments.of("blank letters", "\u3164\u115f\u2800", EMPTY, ""),
        Arguments.of("a question mark", "?", WELCOME, ""),
        Arguments.of("digits of another script", "٤٨٢١", WELCOME, ""),
        Arguments.of("20,000 letters", "a".repeat(20_000), CUT, "a".repeat(2_000)),
        Arguments.of("20,000 emoji", "🙂".repeat(20_000), EMPTY, ""),
        Arguments.of("20,000 emoji and words", "hi all " + "🙂".repeat(20_000), CUT, null),
        Arguments.of("20,000 accents on one letter", "e" + "\u0301".repeat(20_000), CUT, null),
        Arguments.of("NUL inside", "no sy\0rup", TAKEN, "no syrup"),
        Arguments.of("control signs", "no\u0007 syrup\u001b[31m", TAKEN, "no syrup[31m"),
        Arguments.of("an override", "no \u202epurys\u202c at Mto", TAKEN, "no purys at Mto"),
        Arguments.of("half a pair inside", "no\udc00 syrup", TAKEN, "no syrup"),
        Arguments.of("private use", "no\ue000 syrup", TAKEN, "no syrup"),
        Arguments.of("hidden tags", "no syrup\udb40\udc41\udb40\udc42", TAKEN, "no syrup"),
        Arguments.of("decomposed", "de\u0301ja\u0300 fini", TAKEN, "déjà fini"),
        Arguments.of("lines", "no syrup\r\nat Mto", TAKEN, "no syrup\nat Mto"),
        Arguments.of("joined letters", "क्‍षमा करें", TAKEN, "क्‍षमा करें"),
        Arguments.of("Arabic", "لا يوجد دواء", TAKEN, "لا يوجد دواء"),
        Arguments.of("Amharic", "መድኃኒት የለም", TAKEN, "መድኃኒት የለም"),
        Arguments.of("mark-up", "<b>no</b> & \"syrup\"", TAKEN, "<b>no</b> & \"syrup\""),
        Arguments.of("a template", "@(upper(code)) @code", TAKEN, "@(upper(code)) @code"),
        Arguments.of("SQL", "'); drop table x; --", TAKEN, "'); drop table x; --"),
        Arguments.of("full-width STOP", "ＳＴＯＰ", STOPPED, ""),
        Arguments.of("STOP in bold letters", "𝐒𝐓𝐎𝐏", STOPPED, ""),
        Arguments.of("STOP with a soft hyphen", "ST\u00adOP", STOPPED, ""),
        Arguments.of("STOP among blanks", " ".repeat(10_000) + "stop\n", STOPPED, ""),
        Arguments.of("STOP that goes on", "STOP" + "P".repeat(300), TAKEN, null),
        Arguments.of("Cyrillic that looks like STOP", "ЅТОР", TAKEN, "ЅТОР"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("odd")
  void hasADefinedReply(String name, String raw, String reply, String kept) {
    Decision decision = Talking.in("en").says(raw);
    assertThat(Talking.shown(decision.reply())).startsWith(reply);
    var given =
        decision.effects().stream()
            .filter(FeedbackGiven.class::isInstance)
            .map(FeedbackGiven.class::cast)
            .filter(one -> one.aside() == null)
            .findFirst();
    boolean takenIn = reply.equals(TAKEN) || reply.equals(CUT);
    assertThat(given.isPresent()).isEqualTo(takenIn);
    if (takenIn && kept != null) {
      assertThat(given.get().text().text()).isEqualTo(kept);
    }
  }

  /** Random signs of every plane, many times: some reply, and never a failure. */
  @RepeatedTest(50)
  void anyTextHasSomeReply() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Talking person = Talking.in("sw");
    for (int i = 0; i < 20; i++) {
      StringBuilder raw = new StringBuilder();
      for (int sign = random.nextInt(200); sign > 0; sign--) {
        raw.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(256)));
      }
      String said = person.hears(raw.toString());
      assertThat(said).as("seed %d, text %d", seed, i).isNotBlank();
      assertThat(Segments.of(said).segments()).as("seed %d, text %d", seed, i).isEqualTo(1);
    }
  }
}

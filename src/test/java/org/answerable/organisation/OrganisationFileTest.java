package org.answerable.organisation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationFileTest {
  private static final String FILE = "config/organisations/mti.yaml";
  private static final String SECRET = "3f1c0ffee5ecre7";
  private static final String BOT = "700001:AAbot_token-of-a-bot";

  /** The least that is valid, so that lines can be counted. */
  static final String LEAST =
      """
      id: mti
      name: Mti
      languages: [en, sw]
      time-zone: Africa/Nairobi
      roles:
        - id: programmes
          name: { en: Programmes, sw: Programu }
          escalates-to: board
        - id: board
          name: { en: Board, sw: Bodi }
        - { id: reader, name: { en: Reader, sw: Msomaji } }
        - { id: focal-outside, name: { en: Outside, sw: Nje } }
        - { id: focal-inside, name: { en: Inside, sw: Ndani } }
      topics:
        - id: medicines
          menu: { en: medicine, sw: dawa }
          title: { en: medicines, sw: dawa }
          kind: report
          role: programmes
          sensitivity: S0
      readers: [Amani, Neema]
      focal-points:
        - { name: Zawadi, outside: false }
        - { name: Juma, outside: true }
      crisis:
        en: { number: "+99970000011", hours: any hour, checked: 2026-11-20 }
        sw: { number: "+99970000011", hours: saa yoyote, checked: 2026-11-20 }
      desk:
        en: { number: "+99970000021", hours: 9 to 4, checked: 2026-11-20 }
        sw: { number: "+99970000021", hours: 3 hadi 10, checked: 2026-11-20 }
      focal:
        en: { number: "+99970000031", hours: 9 to 4, checked: 2026-11-20 }
        sw: { number: "+99970000031", hours: 3 hadi 10, checked: 2026-11-20 }
      channels:
        - { id: phones, kind: twilio, account-sid: AC1, auth-token: "${TOKEN}", from: "+99970000001" }
      about: { en: We are Mti., sw: Sisi ni Mti. }
      """;

  @Test
  void readsTheDemoOrganisationWhole() {
    Organisation organisation = DemoFile.organisation();
    assertThat(organisation.id()).isEqualTo("baraza-letu");
    assertThat(organisation.demo()).isTrue();
    assertThat(organisation.languages()).containsExactly("en", "sw", "fr");
    assertThat(organisation.menu().stream().map(topic -> requireNonNull(topic.menu()).in("en")))
        .containsExactly(
            "medicine", "waiting", "staff", "fees", "our leaders", "safety", "praise", "other");
    assertThat(organisation.topic("safety").orElseThrow().role()).isEqualTo("safeguarding");
    assertThat(organisation.topic("leadership").orElseThrow().role()).isEqualTo("council");
    assertThat(organisation.crisis().get("fr"))
        .isEqualTo(new Hotline("+99970000012", "à toute heure", LocalDate.of(2026, 11, 20)));
    assertThat(organisation.channels()).containsExactly(new ChannelConfig.Simulator("simulator"));
  }

  @Test
  void fillsInWhatTheFileLeavesOut() {
    Organisation organisation = organisation(LEAST);
    assertThat(organisation.demo()).isFalse();
    assertThat(organisation.timeZone()).isEqualTo(ZoneId.of("Africa/Nairobi"));
    assertThat(organisation.workingDays()).hasSize(5).doesNotContain(DayOfWeek.SUNDAY);
    assertThat(organisation.slot()).isEqualTo(Duration.ofHours(1));
    assertThat(organisation.hold()).isEqualTo(Duration.ofMinutes(30));
    assertThat(organisation.answerWindow()).isEqualTo(Duration.ofHours(1));
    assertThat(organisation.releaseUnsorted()).isFalse();
    assertThat(organisation.kindDays()).containsEntry(Kind.REPORT, 14).containsEntry(Kind.IDEA, 30);
  }

  @Test
  void takesASecretFromTheEnvironment() {
    ChannelConfig channel = organisation(LEAST).channels().getFirst();
    assertThat(((ChannelConfig.Twilio) channel).authToken()).isEqualTo(SECRET);
    assertThat(channel.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          id: mti                  | id: Mti                  | 1:5: "Mti" can't stand in a URL; write 3 to 32 small letters, digits and hyphens, beginning with a letter
          id: mti                  | id: inbox                | 1:5: "inbox" is kept for the application itself; choose another id
          id: mti                  | id: mtito                | 1:5: the id is not the file's name; rename the file to mtito.yaml, or the id
          name: Mti                | nmae: Mti                | 2:1: unknown key "nmae"; did you mean "name"?
          name: Mti                | name: [Mti]              | 2:7: "name" has the wrong form; write one text
          name: Mti                | `name: ""`               | 2:7: "name" is empty; write its text
          name: Mti                | id: mti                  | 2:1: "id" stands here twice; keep one of them
          name: Mti                | demo: perhaps            | 2:7: "demo" has the wrong form; write true or false
          [en, sw]                 | [en, sw, sw]             | 3:21: "sw" stands twice in "languages"; keep one of them
          [en, sw]                 | [en, sw, swahili]        | 3:12: "swahili" is no language code; write one as en, sw, fr or pt-BR
          [en, sw]                 | []                       | 3:12: "languages" has the wrong form; write a list with at least one item
          Africa/Nairobi           | Africa/Narobi            | 4:12: unknown time zone "Africa/Narobi"; write one of the IANA names, as Africa/Nairobi
          sw: Programu             | rw: Programu             | 7:29: unknown key "rw"; did you mean "sw"?
          , sw: Programu           | ``                       | 7:11: "sw" is missing; add it (docs/organisation-file.md)
          escalates-to: board      | escalates-to: bord       | 8:19: unknown role "bord"; did you mean "board"?
          - id: board              | - id: programmes         | 9:9: the id "programmes" stands here twice; give each its own
          id: reader, name         | id: readers, name        | 6:3: the role "reader" is missing; add it: it sees what nobody sorted
          - id: medicines          | - id: unsorted           | 15:9: "unsorted" is what nobody has sorted yet; choose another id
          kind: report             | kind: complaint          | 18:11: "kind" has the wrong form; write one of: report, question, rumour, request, idea, praise, distress, threat
          role: programmes         | role: council            | 19:11: unknown role "council"; remove it, or write one of: programmes, board, reader, focal-outside, focal-inside
          id: focal-outside, name  | id: focal-out, name      | 6:3: the role "focal-outside" is missing; add it: it reads first what only a trained person may read
          id: focal-inside, name   | id: focal-in, name       | 6:3: the role "focal-inside" is missing; add it: it gets what the focal point outside shares
          escalates-to: board      | escalates-to: focal-inside | 8:19: focal points pass nothing on and get nothing passed on; remove this line
          `en: Outside, sw: Nje }` | `en: Outside, sw: Nje }, escalates-to: board` | 12:72: focal points pass nothing on and get nothing passed on; remove this line
          sensitivity: S0          | sensitivity: S3          | 19:11: what is S3 goes to a trained person outside only; write "focal-outside", or another sensitivity
          role: programmes         | role: focal-outside      | 19:11: "focal-outside" answers nothing but what is S3; give the topic to another role
          name: Mti                | unsorted: hide           | 2:11: "unsorted" has the wrong form; write one of: hold, release
          hours: any hour          | hours: every day from six in the morning | 26:40: number and hours have 45 signs, and the crisis text has room for 25; shorten the hours
          hours: any hour          | hours: fête              | 26:40: "ê" would split the crisis text; write the hours with signs of a plain text message (GSM-7)
          name: Mti                | sms-cost: 0.8            | 2:11: "sms-cost" has the wrong form; write prices, as "+254": 0.8 KES
          name: Mti                | `sms-cost: { 254: 0.8 KES }` | 2:13: this is no country's code; write it as "+254"
          name: Mti                | `sms-cost: { "+254": 0.8 }` | 2:21: this is no price of one segment; write it as 0.8 KES
          name: Mti                | `sms-cost: { "+254": 1 KES, "+254": 2 KES }` | 2:28: "+254" stands here twice; keep one of them
          sensitivity: S0          | sensitivity: S9          | 20:18: "sensitivity" has the wrong form; write one of: S0, S1, S2, S3
          sensitivity: S0          | report-days: 1.5         | 20:18: "report-days" has the wrong form; write a whole number from 0 to 365, no unit
          `"+99970000011", hours: saa yoyote` | `"call us", hours: x` | 27:17: this can't be dialled; write digits, as "+254700000001" or 1190
          saa yoyote, checked: 2026-11-20 | saa yoyote, checked: never | 27:61: "never" is no day; write the day somebody last called it, as 2026-11-20
          kind: twilio             | kind: pigeon             | 35:25: unknown kind of channel "pigeon"; write twilio, whatsapp, telegram, or in the demo simulator
          kind: twilio,            | ``                       | 35:5: "kind" is missing; add it (docs/organisation-file.md)
          `"${TOKEN}"`             | `"${NOT_SET}"`           | 35:63: the environment variable NOT_SET is not set; set it before the start
          `from: "+99970000001"`   | `from: "0700000001"`     | 35:81: this is no number in E.164; write + and all digits, as "+254700000001"
          account-sid: AC1         | account-sid: AC1, api-url: nowhere | 35:60: this is no web address; write one as https://api.example.org
          """)
  void tellsWhatIsWrongAndWhere(String written, String broken, String problem) {
    assertThat(problemsOf(replace(written, broken == null ? "" : broken)))
        .contains(FILE + ":" + problem);
  }

  @Test
  void refusesASecretWithoutRepeatingIt() {
    assertThat(problemsOf(replace("${TOKEN}", SECRET)))
        .singleElement()
        .asString()
        .startsWith(FILE + ":35:63: a secret in a configuration file is refused;")
        .doesNotContain(SECRET);
  }

  @Test
  void readsABotThatIsPolledOrCalled() {
    var polled = (ChannelConfig.Telegram) bot("token: \"${BOT}\"").channels().getFirst();
    assertThat(polled.mode()).isEqualTo(Mode.POLLING);
    assertThat(polled.token()).isEqualTo(BOT);
    assertThat(polled.bot()).isEqualTo("700001");
    assertThat(polled.toString()).doesNotContain(BOT);
    assertThat(bot("token: \"${SHORT}\"").channels()).hasSize(1);
    var called =
        (ChannelConfig.Telegram)
            bot("token: \"${BOT}\", mode: webhook, secret-token: \"${TOKEN}\"")
                .channels()
                .getFirst();
    assertThat(called.mode()).isEqualTo(Mode.WEBHOOK);
    assertThat(called.secretToken()).isEqualTo(SECRET);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `token: "${BOT}", mode: hook`    | :55: "mode" has the wrong form; write one of: polling, webhook
          `mode: polling`                  | :5: "token" is missing; add it (docs/organisation-file.md)
          `token: "700001:AAx"`            | :39: a secret in a configuration file is refused;
          `token: "${NOT_SET}"`            | :39: the environment variable NOT_SET is not set; set it before the start
          `token: "${ODD}"`                | :39: the variable holds no bot's token; copy it from @BotFather
          `token: "${HELLO}"`              | :39: the variable holds no bot's token; copy it from @BotFather
          `token: "${NO_SECRET}"`          | :39: the variable holds no bot's token; copy it from @BotFather
          `token: "${BOT}", mode: webhook` | :55: a webhook needs "secret-token", by which Telegram proves that it is Telegram
          `token: "${BOT}", mode: webhook, secret-token: "${ODD}"` | :78: Telegram takes up to 256 letters
          """)
  void tellsWhatIsWrongWithABot(String keys, String problem) {
    String yaml =
        LEAST.replaceFirst("- \\{ id: phones.*}", Matcher.quoteReplacement(botLine(keys)));
    assertThat(OrganisationFile.read(FILE, yaml, bots()))
        .isInstanceOfSatisfying(
            OrganisationFile.Refused.class,
            refused ->
                assertThat(refused.problems().toString())
                    .contains(FILE + ":35" + problem)
                    .doesNotContain(BOT, "two words"));
  }

  private static Instance bots() {
    return new Instance(
        false,
        Map.of(
                "TOKEN",
                SECRET,
                "BOT",
                BOT,
                "ODD",
                "two words",
                "HELLO",
                "hello",
                "NO_SECRET",
                "123:",
                "SHORT",
                "123:abc")
            ::get);
  }

  private static String botLine(String keys) {
    return "- { id: bot, kind: telegram, " + keys + " }";
  }

  private static Organisation bot(String keys) {
    String yaml =
        LEAST.replaceFirst("- \\{ id: phones.*}", Matcher.quoteReplacement(botLine(keys)));
    return ((OrganisationFile.Read) OrganisationFile.read(FILE, yaml, bots())).organisation();
  }

  @Test
  void refusesASimulatorOutsideOfTheDemo() {
    String yaml = LEAST.replaceFirst("- \\{ id: phones.*}", "- { id: screen, kind: simulator }");
    assertThat(problemsOf(yaml))
        .containsExactly(
            FILE
                + ":35:25: the simulator lets anybody write in; remove it, or start with"
                + " answerable.demo=true");
    Instance demo = new Instance(true, Map.of("TOKEN", SECRET)::get);
    assertThat(OrganisationFile.read(FILE, yaml, demo)).isInstanceOf(OrganisationFile.Read.class);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [Amani, Neema]           | [Amani]                  | 21:10: "readers" names fewer than two; name two trained people, one of them not an employee
          `readers: [Amani, Neema]`  | ``                     | 1:1: "readers" names fewer than two; name two trained people, one of them not an employee
          Juma, outside: true      | Juma, outside: false     | 23:3: "focal-points" names nobody outside the organisation; add one with outside: true
          Zawadi, outside: false   | Zawadi, outside: true    | 23:3: "focal-points" names nobody inside the organisation; add one with outside: false
          `[Amani, Neema]`         | `[Amani, "FILL IN: second reader"]` | 21:18: "FILL IN: second reader" still waits for you; write your own here
          `"+99970000011", hours: saa` | `"+99900000000", hours: saa` | 27:17: "+99900000000" still waits for you; write your own here
          `number: "+99970000031", hours: 3` | `hours: 3`     | 33:7: "number" is missing; add one that somebody answers
          """)
  void keepsTheLineClosedWhereAnybodyIsMissing(String written, String broken, String missing) {
    assertThat(missingOf(replace(written, broken == null ? "" : broken)))
        .containsExactly(FILE + ":" + missing);
  }

  @Test
  void keepsTheLineClosedWithoutANumberInEveryLanguage() {
    String yaml = LEAST.replaceFirst("  sw: \\{ number: \"\\+99970000011\".*\n", "");
    assertThat(missingOf(yaml))
        .containsExactly(
            FILE + ":26:3: \"crisis\" has no number in sw; add one that somebody answers");
    assertThat(missingOf(LEAST.replaceFirst("(?s)focal:\n.*?(?=channels)", "")))
        .containsExactly(FILE + ":1:1: \"focal\" is missing; add one that somebody answers");
  }

  @Test
  void aLineWithAllOfThemIsOpen() {
    assertThat(missingOf(LEAST)).isEmpty();
  }

  @Test
  void refusesEscalationInACircle() {
    String yaml = LEAST.replace("sw: Bodi }", "sw: Bodi }\n    escalates-to: programmes");
    assertThat(problemsOf(yaml))
        .anyMatch(line -> line.startsWith(FILE + ":8:19: \"programmes\" escalates in a circle;"));
  }

  @Test
  void refusesToHideATopicFromTheRoleItEscalatesTo() {
    String yaml = LEAST.replace("sensitivity: S0", "sensitivity: S0\n    hidden-from: [board]");
    assertThat(problemsOf(yaml))
        .singleElement()
        .asString()
        .startsWith(FILE + ":21:18: what \"programmes\" leaves unanswered goes to \"board\"");
  }

  @Test
  void tellsAllProblemsAtOnceFromTheTopDown() {
    String yaml =
        LEAST
            .replace("name: Mti", "name: [Mti]")
            .replace("role: programmes", "role: council")
            .replace("kind: twilio", "kind: pigeon");
    assertThat(problemsOf(yaml))
        .hasSize(3)
        .satisfiesExactly(
            line -> assertThat(line).startsWith(FILE + ":2:"),
            line -> assertThat(line).startsWith(FILE + ":19:"),
            line -> assertThat(line).startsWith(FILE + ":35:"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '1:1: the file is empty'",
    "'# only words', '1:1: the file is empty'",
    "'a: [', '1:5: this is not YAML'",
    "'- a list', '1:1: the file has the wrong form; write keys with values'",
    "'just words', '1:1: the file has the wrong form; write keys with values'",
    "'a: 1\n---\nb: 2', '2:1: this is not YAML'",
    "'a: &x [*x]', '1:1: unknown key \"a\"'",
  })
  void refusesWhatIsNoMapping(String yaml, String problem) {
    assertThat(problemsOf(yaml).getFirst()).startsWith(FILE + ":" + problem);
  }

  @Test
  void refusesAFileThatIsFarTooLong() {
    assertThat(problemsOf("#".repeat(FileLimits.FILE_CHARS + 1)).getFirst())
        .endsWith("the file has more than 200000 characters; shorten it");
  }

  private static String replace(String written, String broken) {
    assertThat(LEAST).contains(written);
    int at = LEAST.indexOf(written);
    return LEAST.substring(0, at) + broken + LEAST.substring(at + written.length());
  }

  static Organisation organisation(String yaml) {
    return switch (read(yaml)) {
      case OrganisationFile.Read read -> read.organisation();
      case OrganisationFile.Refused(List<String> problems) ->
          throw new AssertionError(String.join("\n", problems));
    };
  }

  static List<String> problemsOf(String yaml) {
    return switch (read(yaml)) {
      case OrganisationFile.Read read ->
          throw new AssertionError("read without a problem: " + read.organisation().id());
      case OrganisationFile.Refused(List<String> problems) -> problems;
    };
  }

  private static List<String> missingOf(String yaml) {
    return switch (read(yaml)) {
      case OrganisationFile.Read read -> read.missing();
      case OrganisationFile.Refused(List<String> problems) ->
          throw new AssertionError(String.join("\n", problems));
    };
  }

  private static OrganisationFile.Result read(String yaml) {
    return OrganisationFile.read(FILE, yaml, new Instance(false, Map.of("TOKEN", SECRET)::get));
  }
}

package org.answerable.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.answerable.platform.web.PageTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitCommandTest {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-24T09:00:00Z"));

  /** Each answer under the other, as a file that is piped in. */
  private static final String TWILIO =
      """
      Mti "Wetu" \\ 2
      mti-wetu
      sw, en

      1,200
      1
      +254 700 000-001
      1190

      +254700000002
      any hour
      2026-11-20
      0700 000 003


      09:00 - 16:00

      0700 000 004


      any day
      2026-11-21
      Amani
      Neema
      Zawadi
      Juma of a partner
      Sisi: ni "Mti" # wetu.
      We are 'Mti'.
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path config;

  @Test
  void writesAnOrganisationThatCanStartForReal() throws IOException {
    assertThat(init(TWILIO)).as(said()).isZero();
    Organisation organisation = read("mti-wetu", false);
    assertThat(organisation.name()).isEqualTo("Mti \"Wetu\" \\ 2");
    assertThat(organisation.languages()).containsExactly("sw", "en");
    assertThat(organisation.timeZone()).isEqualTo(NAIROBI);
    assertThat(organisation.crisis())
        .containsEntry("sw", new Hotline("1190", "saa yoyote", LocalDate.of(2026, 11, 20)))
        .containsEntry("en", new Hotline("+254700000002", "any hour", LocalDate.of(2026, 11, 20)));
    assertThat(organisation.desk())
        .containsEntry(
            "en", new Hotline("0700 000 003", "09:00 - 16:00", LocalDate.of(2026, 11, 24)));
    assertThat(organisation.focal())
        .containsEntry("en", new Hotline("0700 000 004", "any day", LocalDate.of(2026, 11, 21)));
    assertThat(organisation.releaseUnsorted()).isFalse();
    assertThat(organisation.readers()).containsExactly("Amani", "Neema");
    assertThat(organisation.about().texts())
        .isEqualTo(Map.of("sw", "Sisi: ni \"Mti\" # wetu.", "en", "We are 'Mti'."));
    assertThat(((ChannelConfig.Twilio) organisation.channels().getFirst()).from())
        .isEqualTo("+254700000001");
    assertThat(folder()).containsExactly("mti-wetu.yaml");
  }

  @Test
  void saysWhatToDoNext() throws IOException {
    init(TWILIO);
    assertThat(said())
        .contains("Written: " + config.resolve("organisations/mti-wetu.yaml"))
        .contains("export TWILIO_ACCOUNT_SID=", "export TWILIO_AUTH_TOKEN=")
        .contains("/channels/twilio/mti-wetu-sms#rc=5&rp=ct,rt,5xx")
        .contains("--answerable.demo=false")
        .doesNotContain("stays closed");
  }

  @Test
  void whatIsLeftForLaterKeepsTheLineClosed() throws IOException {
    assertThat(init("Mti\n\n\n\n80" + "\n".repeat(12))).as(said()).isZero();
    read("mti", true);
    var file = config.resolve("organisations/mti.yaml").toString();
    var real = new Instance(false, name -> "set");
    var read = OrganisationFile.read(file, Files.readString(Path.of(file)), real);
    assertThat(((OrganisationFile.Read) read).missing())
        .hasSize(9)
        .allMatch(line -> line.contains("still waits for you"))
        .allSatisfy(line -> assertThat(said()).contains(line));
  }

  @ParameterizedTest
  @CsvSource({"1, PT12H", "99, PT12H", "100, PT1H", "'2 500', PT1H"})
  void theFewerMembersTheLongerTheSlot(String members, Duration slot) throws IOException {
    assertThat(init(TWILIO.replace("\n1,200\n", "\n" + members + "\n"))).as(said()).isZero();
    assertThat(read("mti-wetu", false).slot()).isEqualTo(slot);
  }

  @Test
  void writesABotThatNeedsATokenAndNothingElse() throws IOException {
    assertThat(init("Mti\n\nfr\n\n80\n3\n" + "\n".repeat(8))).as(said()).isZero();
    var bot = (ChannelConfig.Telegram) read("mti", true).channels().getFirst();
    assertThat(bot.id()).isEqualTo("mti-bot");
    assertThat(bot.mode()).isEqualTo(ChannelConfig.Telegram.Mode.POLLING);
    assertThat(said()).contains("@BotFather", "export TELEGRAM_BOT_TOKEN=");
  }

  @Test
  void writesSimulatedPhonesForTryingOut() throws IOException {
    Files.createDirectories(config.resolve("organisations"));
    Files.copy(DemoFile.PATH, config.resolve("organisations/baraza-letu.yaml"));
    assertThat(init("Mti\n\nfr\n\n80\n2\n" + "\n".repeat(8))).as(said()).isZero();
    Organisation organisation = read("mti", true);
    assertThat(organisation.channels()).containsExactly(new ChannelConfig.Simulator("mti-demo"));
    assertThat(organisation.topic("safety").map(Topic::menu).orElseThrow().texts())
        .isEqualTo(Map.of("fr", "sécurité"));
    assertThat(said())
        .contains("Move this file", config.resolve("organisations/baraza-letu.yaml").toString())
        .contains("/simulator")
        .contains("the simulator lets anybody write in");
  }

  @Test
  void refusesAReservedShortNameAndAsksAgain() throws IOException {
    assertThat(init(TWILIO.replace("mti-wetu\n", "inbox\nmti-wetu\n"))).as(said()).isZero();
    assertThat(said()).contains("\"inbox\" is kept for the application itself; choose another");
    read("mti-wetu", false);
  }

  @Test
  void neverWritesOverAFile() throws IOException {
    Path file = Files.createDirectories(config.resolve("organisations")).resolve("mti-wetu.yaml");
    Files.writeString(file, "mine");
    assertThat(init(TWILIO)).isEqualTo(1);
    assertThat(said()).contains(file + " is there already, and stays as it is;");
    assertThat(file).hasContent("mine");
    assertThat(init(TWILIO.replace("mti-wetu\n", "mti-wetu\nmti-yetu\n"))).as(said()).isZero();
    assertThat(folder()).containsExactly("mti-wetu.yaml", "mti-yetu.yaml");
  }

  @Test
  void writesNothingWhenTheAnswersEnd() throws IOException {
    List<String> lines = TWILIO.lines().toList();
    for (int given = 0; given < lines.size(); given++) {
      err.reset();
      String input = String.join("\n", lines.subList(0, given));
      assertThat(init(input)).as("after %d answers", given).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8))
          .startsWith("The answers ended at \"")
          .contains("Nothing was written.");
      assertThat(config).as("after %d answers", given).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mti-wetu           | Mti Wetu   | Write 3 to 32 small letters, digits and hyphens, beginning with a letter.
          sw, en             | swahili    | "swahili" is none that Answerable speaks yet; write some of: en, fr, sw.
          1                  | 4          | Write a number from 1 to 3.
          +254 700 000-001   | 0700000001 | Write it with + and the country's code: +254700000001.
          1,200              | some       | Write a number, as 80 or 1200; a guess will do.
          any hour           | from early in the morning | number and hours have 38 signs, and the crisis text has room for 25; shorten the hours
          1190               | call us    | That can't be dialled; write digits: +254700000001, or 1190.
          2026-11-20         | yesterday  | Write year, month and day: 2026-11-24.
          2026-11-20         | 2026-11-25 | That day has not come yet; call the number first.
          Neema              | amani      | That is the first one; name somebody else.
          """)
  void saysWhatIsWrongWithAnAnswerAndAsksAgain(String good, String bad, String why)
      throws IOException {
    String line = "\n" + good + "\n";
    assertThat(TWILIO).contains(line);
    assertThat(init(TWILIO.replace(line, "\n" + bad + line))).as(said()).isZero();
    assertThat(said()).contains(why);
    read("mti-wetu", false);
  }

  @ParameterizedTest
  @CsvSource({"nairobi, Africa/Nairobi", "new york, America/New_York", "UTC, UTC"})
  void knowsTheTimeZoneOfACity(String typed, String zone) {
    assertThat(Checks.timeZone(typed)).isEqualTo(new Questions.Good(zone));
  }

  @ParameterizedTest
  @CsvSource({"Mars, That is no time zone", "eastern, Which of these? Canada/Eastern"})
  void asksAgainForATimeZoneThatItCannotKnow(String typed, String why) {
    assertThat(((Questions.Wrong) Checks.timeZone(typed)).why()).startsWith(why);
  }

  @Test
  void aServersClockIsNobodysHome() throws IOException {
    assertThat(init(ZoneId.of("Etc/UTC"), "Mti\n\n\n\n")).isEqualTo(1);
    assertThat(said()).contains("Time zone: ", "An answer is needed here.");
  }

  @Test
  void asksForTheLanguagesThatThePagesSpeak() {
    assertThat(NewFile.LANGUAGES).isEqualTo(PageTexts.LANGUAGES);
  }

  private int init(String input) {
    return init(NAIROBI, input);
  }

  private int init(ZoneId here, String input) {
    var command = new InitCommand(CLOCK, here, name -> null);
    return command.run(
        List.of("--answerable.config-dir=" + config),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  private Organisation read(String id, boolean demo) throws IOException {
    return OrganisationFolder.read(config, new Instance(demo, name -> "set"))
        .organisations()
        .get(id);
  }

  private List<String> folder() throws IOException {
    try (Stream<Path> files = Files.list(config.resolve("organisations"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

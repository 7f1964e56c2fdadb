package org.answerable.responselog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.answerable.organisation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes that stay for ever: if a line of this changes, old logs can't be checked any more. */
class EntryJsonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final byte[] HASH = bytes(0);
  private static final byte[] OTHER = bytes(32);
  private static final String HASH_HEX =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
  private static final String OTHER_HEX =
      "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";

  static Stream<Arguments> entries() {
    return Stream.concat(ofFeedbacks(), amendedAndAccounted());
  }

  private static Stream<Arguments> amendedAndAccounted() {
    return Stream.of(
        Arguments.of(
            new Entry.StatementKeyAnnounced(DAY, "example.org/hope/tlog/focal/K7QM+0a+BB"),
            """
            {"day":"2026-11-24","key":"example.org/hope/tlog/focal/K7QM+0a+BB",\
            "organisation":"baraza","type":"configuration changed","what":"statement key"}\
            """),
        Arguments.of(
            new Entry.FocalKeyAnnounced(DAY, "focal-outside", "K7QM-2XWD-0V5T-9BCE-HJ4R"),
            """
            {"day":"2026-11-24","key":"K7QM-2XWD-0V5T-9BCE-HJ4R","organisation":"baraza",\
            "role":"focal-outside","type":"configuration changed","what":"focal key"}\
            """),
        Arguments.of(
            new Entry.WitnessesAnnounced(DAY, List.of("w.example/1+0a+BB", "w.example/2+0b+BB")),
            """
            {"day":"2026-11-24","keys":["w.example/1+0a+BB","w.example/2+0b+BB"],\
            "organisation":"baraza","type":"configuration changed","what":"witnesses"}\
            """),
        Arguments.of(
            new Entry.DeclarationChanged(
                DAY, Declaration.What.DEADLINES, HASH, "{\"hold\":\"PT30M\",\"kinds\":{}}"),
            """
            {"day":"2026-11-24","declared":{"hold":"PT30M","kinds":{}},"hash":"HASH",\
            "organisation":"baraza","type":"configuration changed","what":"deadlines"}\
            """),
        Arguments.of(
            new Entry.DeclarationChanged(DAY, Declaration.What.WORDS, HASH, null),
            """
            {"day":"2026-11-24","hash":"HASH","organisation":"baraza",\
            "type":"configuration changed","what":"words"}\
            """),
        Arguments.of(
            new Entry.Accounted(DAY, "a\n\n— b c\n"),
            """
            {"day":"2026-11-24","organisation":"baraza","statement":"a\\n\\n— b c\\n",\
            "type":"accounted"}\
            """),
        Arguments.of(
            new Entry.Correction(DAY, "K7QM-2XWD", HASH, OTHER, CorrectionReason.WRONG),
            """
            {"day":"2026-11-24","of":"HASH","organisation":"baraza","reason":"wrong",\
            "reference":"K7QM-2XWD","to":"OTHER","type":"correction"}\
            """),
        Arguments.of(
            new Entry.Redaction(DAY, "K7QM-2XWD", HASH, RedactionReason.SHOWS_SOMEBODY),
            """
            {"day":"2026-11-24","of":"HASH","organisation":"baraza","reason":"shows-somebody",\
            "reference":"K7QM-2XWD","type":"redaction"}\
            """));
  }

  private static Stream<Arguments> ofFeedbacks() {
    return Stream.of(
        Arguments.of(
            new Entry.Committed(DAY, HASH),
            """
            {"commitment":"HASH","day":"2026-11-24","organisation":"baraza","type":"committed"}\
            """),
        Arguments.of(
            new Entry.Opened(
                DAY,
                HASH,
                OTHER,
                HASH,
                "K7QM-2XWD",
                DAY.minusDays(1),
                Kind.REPORT,
                "medicines",
                "programmes",
                LocalDate.of(2026, 11, 27)),
            """
            {"asked":"2026-11-23","commitment":"HASH","day":"2026-11-24","due":"2026-11-27",\
            "kind":"report","organisation":"baraza","reference":"K7QM-2XWD","role":"programmes",\
            "salt":"OTHER","textHash":"HASH","topic":"medicines","type":"opened"}\
            """),
        Arguments.of(
            new Entry.Opened(
                DAY, HASH, OTHER, HASH, "K7QM-2XWD", DAY, Kind.PRAISE, "thanks", "board", null),
            """
            {"asked":"2026-11-24","commitment":"HASH","day":"2026-11-24","kind":"praise",\
            "organisation":"baraza","reference":"K7QM-2XWD","role":"board","salt":"OTHER",\
            "textHash":"HASH","topic":"thanks","type":"opened"}\
            """),
        Arguments.of(
            new Entry.AdditionOpened(DAY, HASH, OTHER, HASH, "K7QM-2XWD"),
            """
            {"adds":"K7QM-2XWD","commitment":"HASH","day":"2026-11-24","organisation":"baraza",\
            "salt":"OTHER","textHash":"HASH","type":"opened"}\
            """));
  }

  static Stream<Arguments> promises() {
    return Stream.of(
        Arguments.of(
            new Entry.ResponsePublished(
                DAY,
                "K7QM-2XWD",
                "board",
                "referred-to",
                HASH,
                null,
                new Entry.Referral(LocalDate.of(2026, 12, 24), OTHER)),
            """
            {"day":"2026-11-24","decision":"referred-to","organisation":"baraza",\
            "reference":"K7QM-2XWD","referral":{"body":"OTHER","due":"2026-12-24"},\
            "response":"HASH","role":"board","type":"response published"}\
            """),
        Arguments.of(
            new Entry.CommitmentKept(DAY, "K7QM-2XWD", HASH, OTHER),
            """
            {"day":"2026-11-24","organisation":"baraza","reference":"K7QM-2XWD",\
            "type":"commitment kept","what":"HASH","words":"OTHER"}\
            """),
        Arguments.of(
            new Entry.CommitmentMissed(DAY, "K7QM-2XWD", HASH, DAY.minusDays(1)),
            """
            {"day":"2026-11-24","due":"2026-11-23","organisation":"baraza",\
            "reference":"K7QM-2XWD","type":"commitment missed","what":"HASH"}\
            """),
        Arguments.of(
            new Entry.ReferralAnswered(DAY, "K7QM-2XWD", HASH, OTHER),
            """
            {"body":"HASH","day":"2026-11-24","organisation":"baraza","reference":"K7QM-2XWD",\
            "type":"referral answered","words":"OTHER"}\
            """),
        Arguments.of(
            new Entry.ReferralUnanswered(DAY, "K7QM-2XWD", HASH, DAY.minusDays(1)),
            """
            {"body":"HASH","day":"2026-11-24","due":"2026-11-23","organisation":"baraza",\
            "reference":"K7QM-2XWD","type":"referral unanswered"}\
            """));
  }

  static Stream<Arguments> statements() {
    return Stream.of(
        Arguments.of(
            new Entry.Statement(DAY, "funding", "board", HASH, null, null, OTHER),
            """
            {"about":"funding","amends":"OTHER","day":"2026-11-24","organisation":"baraza",\
            "role":"board","text":"HASH","type":"statement"}\
            """),
        Arguments.of(
            new Entry.Echoed(DAY, "K7QM-2XWD", 20, 50),
            """
            {"count":20,"day":"2026-11-24","organisation":"baraza","reference":"K7QM-2XWD",\
            "type":"echoed","wanted":50}\
            """),
        Arguments.of(
            new Entry.Echoed(DAY, "K7QM-2XWD", 20),
            """
            {"count":20,"day":"2026-11-24","organisation":"baraza","reference":"K7QM-2XWD",\
            "type":"echoed"}\
            """),
        Arguments.of(
            new Entry.InConfidence(DAY, LocalDate.of(2026, 7, 1), 30, 20, 10, 0),
            """
            {"answered":20,"day":"2026-11-24","late":10,"organisation":"baraza",\
            "quarter":"2026-07-01","received":30,"setAside":0,"type":"in confidence"}\
            """),
        Arguments.of(
            new Entry.Statement(DAY, "funding", "board", HASH, null, null),
            """
            {"about":"funding","day":"2026-11-24","organisation":"baraza","role":"board",\
            "text":"HASH","type":"statement"}\
            """),
        Arguments.of(
            new Entry.Statement(DAY, "closed", "board", HASH, DAY, DAY.plusDays(1)),
            """
            {"about":"closed","day":"2026-11-24","from":"2026-11-24","organisation":"baraza",\
            "role":"board","text":"HASH","type":"statement","until":"2026-11-25"}\
            """));
  }

  static Stream<Arguments> laterEntries() {
    return Stream.of(
        Arguments.of(
            new Entry.CoversAnnounced(DAY, YearMonth.of(2026, 12), HASH, 6),
            """
            {"day":"2026-11-24","month":"2026-12","organisation":"baraza","pad":6,"seed":"HASH",\
            "type":"configuration changed","what":"covers"}\
            """),
        Arguments.of(
            new Entry.LogKeyChanged(DAY, "example.org/baraza/tlog+1b2c3d4e+AQ==", 90),
            """
            {"day":"2026-11-24","key":"example.org/baraza/tlog+1b2c3d4e+AQ==",\
            "organisation":"baraza","size":90,"type":"configuration changed","what":"log key"}\
            """),
        Arguments.of(
            new Entry.StatusChanged(
                DAY, "K7QM-2XWD", "acknowledged", Kind.QUESTION, "fees", "board", null),
            """
            {"day":"2026-11-24","kind":"question","organisation":"baraza",\
            "reference":"K7QM-2XWD","status":"acknowledged","topic":"fees",\
            "type":"status changed","withRole":"board"}\
            """),
        Arguments.of(
            new Entry.ResponsePublished(
                DAY,
                "K7QM-2XWD",
                "board",
                "will do",
                HASH,
                new Entry.Commitment("programmes", LocalDate.of(2026, 12, 1), OTHER)),
            """
            {"commitment":{"due":"2026-12-01","ownerRole":"programmes","what":"OTHER"},\
            "day":"2026-11-24","decision":"will do","organisation":"baraza",\
            "reference":"K7QM-2XWD","response":"HASH","role":"board",\
            "type":"response published"}\
            """),
        Arguments.of(
            new Entry.WordsPublished(DAY, "K7QM-2XWD", HASH),
            """
            {"day":"2026-11-24","organisation":"baraza","reference":"K7QM-2XWD",\
            "type":"words published","words":"HASH"}\
            """),
        Arguments.of(
            new Entry.Withdrawal(DAY, "K7QM-2XWD"),
            """
            {"day":"2026-11-24","organisation":"baraza","reference":"K7QM-2XWD",\
            "type":"withdrawal"}\
            """),
        Arguments.of(
            new Entry.Overdue(DAY, "K7QM-2XWD", DAY.minusDays(1), "programmes", "board"),
            """
            {"day":"2026-11-24","due":"2026-11-23","from":"programmes","organisation":"baraza",\
            "reference":"K7QM-2XWD","to":"board","type":"overdue"}\
            """));
  }

  @ParameterizedTest
  @MethodSource({"entries", "laterEntries", "promises", "statements"})
  void isTheseBytesAndComesBackFromThem(Entry entry, String json) {
    String written = json.replace("HASH", HASH_HEX).replace("OTHER", OTHER_HEX);
    assertThat(new String(EntryJson.write("baraza", entry), StandardCharsets.UTF_8))
        .isEqualTo(written);
    Entry read = EntryJson.read(written.getBytes(StandardCharsets.UTF_8));
    assertThat(read).usingRecursiveComparison().isEqualTo(entry);
    assertThat(read).isInstanceOf(entry.getClass());
  }

  /** RFC 8785, 3.2.2.2: what must be escaped is, and nothing else. */
  @Test
  void writesOddTextsCanonically() {
    Entry odd = new Entry.Overdue(DAY, "é€\n\"\\\u0001/<", DAY, "\u20ac", "🙂");
    assertThat(new String(EntryJson.write("o", odd), StandardCharsets.UTF_8))
        .contains("\"reference\":\"é€\\n\\\"\\\\\\u0001/<\"")
        .contains("\"to\":\"🙂\"");
    assertThat(EntryJson.read(EntryJson.write("o", odd))).isEqualTo(odd);
  }

  @Test
  void refusesWhatIsNoEntry() {
    for (String json :
        new String[] {
          "{}", "[]", "{\"type\":\"tally\",\"day\":\"2026-11-24\"}", "{\"type\":\"committed\"}", "x"
        }) {
      assertThatThrownBy(() -> EntryJson.read(json.getBytes(StandardCharsets.UTF_8)))
          .as(json)
          .isInstanceOf(RuntimeException.class);
    }
  }

  /** Figured out with another implementation of the formula. */
  @Test
  void commitmentsAreThoseOfTheFormula() {
    byte[] textHash = LogCommitment.textHash(HASH, "hakuna dawa, déjà vu");
    assertThat(HexFormat.of().formatHex(textHash))
        .isEqualTo("a4bd4684cc066395ea3769354a4283eec98206d05f68e02e0a14093777905caa");
    byte[] commitment = LogCommitment.of("baraza", OTHER, "K7QM-2XWD", textHash);
    assertThat(HexFormat.of().formatHex(commitment))
        .isEqualTo("f86f1a385d40b7c6f2323a37e9765f81775ba581b61e3408009dbbf5567ce269");
    assertThat(HexFormat.of().formatHex(new Content(HASH, "Pole sana.").hash()))
        .isEqualTo("bf4ae871905baed9c45f30fd3498e15e13a05b28ec680d6945e41826d4f57e77");
  }

  @Test
  void commitmentsTellTheirFieldsApart() {
    byte[] hash = LogCommitment.textHash(HASH, "text");
    byte[] commitment = LogCommitment.of("ab", OTHER, "c", hash);
    assertThat(LogCommitment.of("a", OTHER, "bc", hash)).isNotEqualTo(commitment);
    assertThat(LogCommitment.of("ab", HASH, "c", hash)).isNotEqualTo(commitment);
    assertThat(LogCommitment.textHash(HASH, "text ")).isNotEqualTo(hash);
    assertThat(new Content(HASH, "text").hash()).isNotEqualTo(hash);
  }

  private static byte[] bytes(int first) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return bytes;
  }
}

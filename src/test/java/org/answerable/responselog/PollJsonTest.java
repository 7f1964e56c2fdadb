package org.answerable.responselog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the log says of polls, byte for byte: published forms never change. */
class PollJsonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final byte[] HASH = filled(1);
  private static final byte[] OTHER = filled(2);
  private static final PollHashes WORDS = new PollHashes(HASH, List.of(OTHER, HASH), OTHER);

  static Stream<Arguments> announcements() {
    return Stream.of(
        Arguments.of(
            new PollNews.Announced(terms().wordless(), WORDS, HASH),
            """
            {"askedBy":"OTHER","budget":"600.50","closes":"2026-12-04","copies":5,\
            "day":"2026-11-24","eligible":"anybody","form":"budget",\
            "method":"equal-shares:std","opens":"2026-11-24",\
            "options":[{"cost":"300","labels":"OTHER"},{"labels":"HASH"}],\
            "organisation":"baraza","priorities":1,"question":"HASH","reference":"K7QM-2XWD",\
            "seats":1,"tieHash":"HASH","type":"poll announced"}\
            """),
        Arguments.of(
            new PollNews.Announced(
                terms(new Eligible.Codes(120, true), true).wordless(), WORDS, HASH),
            """
            {"askedBy":"OTHER","budget":"600.50","closes":"2026-12-04","copies":5,\
            "day":"2026-11-24","election":true,"eligible":"codes","form":"budget",\
            "method":"equal-shares:std","opens":"2026-11-24",\
            "options":[{"cost":"300","labels":"OTHER"},{"labels":"HASH"}],\
            "organisation":"baraza","printed":120,"priorities":1,"question":"HASH",\
            "reference":"K7QM-2XWD","reminds":true,\
            "seats":1,"tieHash":"HASH","type":"poll announced"}\
            """),
        Arguments.of(
            new PollNews.Announced(
                placing().wordless(),
                new PollHashes(HASH, List.of(OTHER, HASH), OTHER, List.of(HASH)),
                HASH),
            """
            {"askedBy":"OTHER","closes":"2026-12-04","copies":5,\
            "day":"2026-11-24","eligible":"anybody","form":"order",\
            "leftOut":[{"reason":"HASH","reference":"CCCC-CCC3"}],\
            "method":"schulze","opens":"2026-11-24",\
            "options":[{"labels":"OTHER"},{"labels":"HASH","proposal":"BBBB-BBB2"}],\
            "organisation":"baraza","priorities":1,"question":"HASH","reference":"K7QM-2XWD",\
            "seats":1,"tieHash":"HASH","type":"poll announced"}\
            """),
        Arguments.of(
            new PollNews.Announced(
                terms(new Eligible.WroteBefore(DAY.minusDays(1)), false).wordless(), WORDS, HASH),
            """
            {"askedBy":"OTHER","budget":"600.50","closes":"2026-12-04","copies":5,\
            "day":"2026-11-24","eligible":"wrote-before","form":"budget",\
            "method":"equal-shares:std","opens":"2026-11-24",\
            "options":[{"cost":"300","labels":"OTHER"},{"labels":"HASH"}],\
            "organisation":"baraza","priorities":1,"question":"HASH","reference":"K7QM-2XWD",\
            "seats":1,"tieHash":"HASH","type":"poll announced","wroteBefore":"2026-11-23"}\
            """));
  }

  static Stream<Arguments> results() {
    return Stream.of(
        Arguments.of(
            new PollNews.Tallied(
                "ballots",
                263,
                List.of(3, 1),
                Optional.of(HASH),
                DAY.plusDays(14),
                new PollNews.Uncounted("20+", "<10"),
                "400+"),
            """
            {"answerBy":"2026-12-08","day":"2026-11-24","eligible":"400+","figures":"HASH","invalid":"<10",\
            "organisation":"baraza","reference":"K7QM-2XWD","replaced":"20+","shown":"ballots",\
            "type":"tally","votes":263,"winners":[3,1]}\
            """),
        Arguments.of(
            new PollNews.Late("10+"),
            """
            {"day":"2026-11-24","organisation":"baraza","reference":"K7QM-2XWD",\
            "type":"late votes","votes":"10+"}\
            """),
        Arguments.of(
            new PollNews.Tallied("winner", null, List.of(2), Optional.empty(), null, null, null),
            """
            {"day":"2026-11-24","organisation":"baraza","reference":"K7QM-2XWD",\
            "shown":"winner","type":"tally","winners":[2]}\
            """));
  }

  static Stream<Arguments> whatBecomesOfIt() {
    return Stream.of(
        Arguments.of(
            new PollNews.Cancelled(HASH),
            """
            {"day":"2026-11-24","organisation":"baraza","reason":"HASH",\
            "reference":"K7QM-2XWD","type":"poll cancelled"}\
            """),
        Arguments.of(
            new PollNews.Removed(OTHER, RedactionReason.SHOWS_SOMEBODY),
            """
            {"day":"2026-11-24","of":"OTHER","organisation":"baraza","reason":"shows-somebody",\
            "reference":"K7QM-2XWD","type":"poll text removed"}\
            """),
        Arguments.of(
            new PollNews.Closed(HASH, OTHER, HASH),
            """
            {"ballots":"HASH","day":"2026-11-24","organisation":"baraza","receipts":"OTHER",\
            "reference":"K7QM-2XWD","tieSecret":"HASH","type":"poll closed"}\
            """),
        Arguments.of(
            new PollNews.PriorityOverdue(3, DAY.minusDays(1)),
            """
            {"day":"2026-11-24","due":"2026-11-23","option":3,"organisation":"baraza",\
            "reference":"K7QM-2XWD","type":"priority overdue"}\
            """),
        Arguments.of(
            new PollNews.PriorityAnswered(
                3, "board", "will-do", HASH, new Entry.Commitment("board", DAY, OTHER)),
            """
            {"commitment":{"due":"2026-11-24","ownerRole":"board","what":"OTHER"},\
            "day":"2026-11-24","decision":"will-do","option":3,"organisation":"baraza",\
            "reference":"K7QM-2XWD","response":"HASH","role":"board",\
            "type":"priority answered"}\
            """));
  }

  @ParameterizedTest
  @MethodSource({"announcements", "results", "whatBecomesOfIt"})
  void writesTheBytesThatStayForEverAndReadsThemBack(PollNews news, String expected) {
    var entry = new Entry.OfPoll(DAY, "K7QM-2XWD", news);
    byte[] body = EntryJson.write("baraza", entry);
    assertThat(new String(body, StandardCharsets.UTF_8))
        .isEqualTo(expected.replace("HASH", hex(HASH)).replace("OTHER", hex(OTHER)));
    assertThat(EntryJson.write("baraza", EntryJson.read(body))).isEqualTo(body);
  }

  private static PollTerms terms() {
    return terms(PollTerms.ANYBODY, false);
  }

  private static PollTerms placing() {
    return new PollTerms(
        Map.of("en", "What first?"),
        List.of(
            new PollTerms.Option(Map.of("en", "water"), null),
            new PollTerms.Option(Map.of("en", "roof"), null, "BBBB-BBB2")),
        "order",
        "schulze",
        1,
        null,
        PollTerms.ANYBODY,
        DAY,
        DAY.plusDays(10),
        "the assembly",
        5,
        false,
        1,
        List.of(new PollTerms.LeftOut("CCCC-CCC3", Map.of("en", "no money for it"))));
  }

  private static PollTerms terms(Eligible eligible, boolean reminds) {
    return new PollTerms(
        Map.of("en", "What first?"),
        List.of(
            new PollTerms.Option(Map.of("en", "water"), new BigDecimal("300")),
            new PollTerms.Option(Map.of("en", "roof"), null)),
        "budget",
        "equal-shares:std",
        1,
        new BigDecimal("600.50"),
        eligible,
        DAY,
        DAY.plusDays(10),
        "the assembly",
        5,
        reminds,
        1,
        List.of());
  }

  private static byte[] filled(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}

package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.channel.Reply;
import org.answerable.confidential.Confided;
import org.answerable.effect.Effect;
import org.answerable.feedback.FeedbackRules;
import org.answerable.feedback.FeedbackState;
import org.answerable.intake.FeedbackDetailed;
import org.answerable.intake.FeedbackGiven;
import org.answerable.intake.Reading;
import org.answerable.intake.Released;
import org.answerable.organisation.DemoFile;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;
import org.answerable.platform.sms.Segments;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The forty messages of the table, by the shipped word lists and the demo's topics: what each is,
 * who has it, and the exact texts sent back. {@code -Dupdate=true} writes the texts anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FortyMessagesTest {
  private static final Path TABLE = Path.of("src/test/resources/forty-messages.tsv");
  private static final Path REPLIES = Path.of("src/test/resources/forty-messages.replies.txt");
  private static final Organisation HOME = DemoFile.organisation();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String NOBODY = "-";
  private List<Row> rows = List.of();

  /** One line of the table. */
  private record Row(
      String number,
      String language,
      List<String> texts,
      String reader,
      String kind,
      String topic,
      String sensitivity,
      String who) {
    Became expected() {
      return new Became(kind, topic, sensitivity, who);
    }

    @Override
    public String toString() {
      return number + " " + texts.getFirst();
    }
  }

  /** What became of a message. */
  private record Became(String kind, String topic, String sensitivity, String who) {
    static final Became SET_ASIDE = new Became("set aside", NOBODY, NOBODY, NOBODY);
  }

  @BeforeAll
  void readTheTable() throws IOException {
    rows =
        Files.readAllLines(TABLE).stream()
            .filter(line -> !line.startsWith("#"))
            .map(FortyMessagesTest::row)
            .toList();
    assertThat(rows).hasSize(40);
  }

  private static Row row(String line) {
    String[] cells = line.split("\t");
    return new Row(
        cells[0],
        cells[1],
        List.of(cells[2].split(" / ")),
        cells[3],
        cells[4],
        cells[5],
        cells[6],
        cells[7]);
  }

  Stream<Row> rows() {
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachBecomesWhatTheTableSays(Row row) {
    assertThat(became(row)).isEqualTo(row.expected());
  }

  @Test
  void theRepliesAreThoseOfTheFile() throws IOException {
    String now = rows.stream().map(FortyMessagesTest::conversation).collect(Collectors.joining());
    if (Boolean.getBoolean("update")) {
      Files.writeString(REPLIES, now);
    }
    assertThat(now).isEqualTo(Files.readString(REPLIES));
  }

  private static String conversation(Row row) {
    Talking person = Talking.in(row.language);
    var lines = new StringBuilder("== " + row.number + " " + row.language + "\n");
    for (String text : row.texts) {
      lines.append("> ").append(text).append('\n');
      Reply reply = person.says(text).reply();
      reply.texts().forEach(said -> lines.append(line(said.body())));
      if (reply.texts().isEmpty()) {
        lines.append("(nothing)\n");
      }
    }
    return lines.toString();
  }

  private static String line(String said) {
    return "< %d: %s%n".formatted(Segments.of(said).segments(), said);
  }

  private static Became became(Row row) {
    Talking person = Talking.in(row.language);
    List<Effect> effects =
        row.texts.stream().flatMap(text -> person.says(text).effects().stream()).toList();
    var confided = one(effects, Confided.class);
    if (!confided.isEmpty()) {
      Kind kind = confided.getFirst().kind();
      return new Became(
          (kind == null ? Kind.REPORT : kind).word(), NOBODY, "S3", Role.FOCAL_OUTSIDE);
    }
    FeedbackGiven given = one(effects, FeedbackGiven.class).getFirst();
    if (given.aside() != null || row.reader.equals("not feedback")) {
      return Became.SET_ASIDE;
    }
    return released(given, sorting(row, given, one(effects, FeedbackDetailed.class)));
  }

  /** By its sender's answer, else by a reader; a sensitivity only rises. */
  private static Reading.Sorting sorting(
      Row row, FeedbackGiven given, List<FeedbackDetailed> details) {
    if (row.reader.equals(NOBODY)) {
      Topic topic =
          HOME.topic(String.valueOf(details.getFirst().topic()))
              .orElseThrow(() -> new AssertionError("nobody sorts " + row));
      return new Reading.Sorting(topic.id(), topic.kind(), given.sensitivity(), Set.of());
    }
    List<String> words = Arrays.asList(row.reader.split(" "));
    var excluded =
        words.stream().filter(word -> word.startsWith("-")).map(word -> word.substring(1));
    Sensitivity raised =
        words.contains("S2") ? Sensitivity.S2 : Sensitivity.S0.orHigher(given.sensitivity());
    return new Reading.Sorting(
        words.get(0), Kind.ofWord(words.get(1)), raised, excluded.collect(Collectors.toSet()));
  }

  private static Became released(FeedbackGiven given, Reading.Sorting sorting) {
    var released =
        new Released(
            HOME.id(),
            given.feedback(),
            given.text().reference(),
            given.day(),
            sorting.topic(),
            sorting.kind(),
            sorting.sensitivity(),
            sorting.excluded(),
            false,
            given.source(),
            given.text().commitment(),
            List.of());
    FeedbackState state = new FeedbackRules(HOME).released(released, TODAY).after();
    return new Became(
        state.kind().name().toLowerCase(Locale.ROOT),
        state.topic(),
        state.sensitivity().name(),
        state.withRole());
  }

  private static <T extends Effect> List<T> one(List<Effect> effects, Class<T> type) {
    var found = new ArrayList<T>();
    effects.stream().filter(type::isInstance).map(type::cast).forEach(found::add);
    return found;
  }
}

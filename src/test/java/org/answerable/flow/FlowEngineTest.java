package org.answerable.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.answerable.flow.Event.Ending;
import org.answerable.flow.yaml.FlowFiles;
import org.answerable.flow.yaml.Shipped;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FlowEngineTest {
  private static final String FLOW = "mood";

  private static final String YAML =
      """
      samples: { code: 4821-9307 }
      steps:
        - ask: mood
          say: { en: "How? @choices", sw: "Vipi? @choices" }
          choices:
            - good: { en: good, sw: nzuri }
              go: thanks
            - bad: { en: bad, sw: mbaya }
              also: [awful]
        - ask: why
          say: { en: "Why was @results.mood?", sw: "Kwa nini?" }
        - when: "@results.why.category"
          is: [empty]
          go: end
        - name: noted
          set: { note: "@(upper(results.why))" }
          say: { en: "Noted @results.note for @code.", sw: "Tumeandika." }
          go: end
        - name: thanks
          language: sw
          say: { en: Thanks, sw: Asante }
      """;

  private final FlowEngine engine = engine(YAML);
  private final Context world = new Context("en", Map.of("code", "4821-9307"), Map.of());

  @Test
  void waitsAtAQuestionAndGoesOnByItsAnswer() {
    Sprint start = engine.start(FLOW, world);
    assertThat(start.events())
        .containsExactly(new Event.Said("How? 1 good 2 bad", List.of("good", "bad")));
    Sprint why = engine.resume(session(start), new Input("BAD!"), world);
    assertThat(why.events())
        .containsExactly(
            new Event.ResultSet("mood", "bad", "bad"), new Event.Said("Why was bad?", List.of()));
    Sprint end = engine.resume(session(why), new Input(" no syrup "), world);
    assertThat(end.events())
        .containsExactly(
            new Event.ResultSet("why", "no syrup", "text"),
            new Event.ResultSet("note", "NO SYRUP", "NO SYRUP"),
            new Event.Said("Noted NO SYRUP for 4821-9307.", List.of()),
            new Event.Ended(Ending.COMPLETED));
    assertThat(end.session()).isNull();
  }

  @Test
  void whatAnswersNothingMovesNothing() {
    Session waiting = session(engine.start(FLOW, world));
    for (String odd : List.of("", " ", "3", "0", "good bad", "go", "g".repeat(101), "🙂")) {
      Sprint sprint = engine.resume(waiting, new Input(odd), world);
      assertThat(sprint.events()).as(odd).containsExactly(new Event.Unmatched());
      assertThat(sprint.session()).as(odd).isEqualTo(waiting);
    }
  }

  @Test
  void understandsNumberWordOtherLanguageAndOneWrongLetter() {
    Session waiting = session(engine.start(FLOW, world));
    for (String bad :
        List.of("2", "2.", "٢", "２", "bad", "Mbaya", "mbya", "2 bad", "awful", "awfull")) {
      assertThat(engine.resume(waiting, new Input(bad), world).events().getFirst())
          .as(bad)
          .isEqualTo(new Event.ResultSet("mood", "bad", "bad"));
    }
  }

  @Test
  void aChoiceMayLeadElsewhereAndTheConversationMayChangeItsLanguage() {
    Sprint sprint = engine.resume(session(engine.start(FLOW, world)), new Input("1"), world);
    assertThat(sprint.events())
        .containsExactly(
            new Event.ResultSet("mood", "good", "good"),
            new Event.LanguageSet("sw"),
            new Event.Said("Asante", List.of()),
            new Event.Ended(Ending.COMPLETED));
  }

  @Test
  void anEmptyAnswerToAnOpenQuestionIsTheOtherCategory() {
    Session why = session(engine.resume(session(engine.start(FLOW, world)), new Input("2"), world));
    assertThat(engine.resume(why, new Input(" \n"), world).events())
        .containsExactly(
            new Event.ResultSet("why", "", "empty"), new Event.Ended(Ending.COMPLETED));
  }

  @Test
  void whatIsGoneEndsTheConversation() {
    List<Event> gone = List.of(new Event.Ended(Ending.FLOW_GONE));
    assertThat(engine.start("mod", world).events()).isEqualTo(gone);
    for (Session old :
        List.of(
            new Session("mod", "mood", List.of()),
            new Session(FLOW, "mod", List.of()),
            new Session(FLOW, "thanks", List.of()))) {
      Sprint sprint = engine.resume(old, new Input("1"), world);
      assertThat(sprint.events()).isEqualTo(gone);
      assertThat(sprint.session()).isNull();
    }
  }

  @Test
  void asksInShorterWordsAfterTwoMissesAndGivesUpAfterTheThird() {
    Sprint sprint = patient().start(FLOW, world);
    sprint = patient().resume(session(sprint), new Input("what?"), world);
    assertThat(sprint.events()).containsExactly(new Event.Unmatched());
    sprint = patient().resume(kept(sprint), new Input("hm"), world);
    assertThat(sprint.events())
        .containsExactly(
            new Event.Unmatched(), new Event.Said("1 good 2 bad?", List.of("good", "bad")));
    assertThat(patient().resume(kept(sprint), new Input("2"), world).events())
        .as("an answer still counts")
        .contains(new Event.ResultSet("mood", "bad", "bad"));
    sprint = patient().resume(kept(sprint), new Input("9"), world);
    assertThat(sprint.events())
        .containsExactly(
            new Event.GaveUp(),
            new Event.Said("Never mind.", List.of()),
            new Event.Ended(Ending.COMPLETED));
  }

  @Test
  void theNextQuestionHasMissesOfItsOwn() {
    Sprint sprint = patient().start(FLOW, world);
    for (String said : List.of("what?", "hm", "1", "what?")) {
      sprint = patient().resume(kept(sprint), new Input(said), world);
    }
    assertThat(sprint.events()).containsExactly(new Event.Unmatched());
    assertThat(session(sprint).misses()).isEqualTo(1);
  }

  @Test
  void asksOnceMoreWhenItIsAskedTo() {
    Session session = session(patient().start(FLOW, world));
    assertThat(patient().ask(session, world))
        .isEqualTo(
            new Sprint(session, List.of(new Event.Said("1 good 2 bad?", List.of("good", "bad")))));
    Session mood = session(engine.start(FLOW, world));
    assertThat(engine.ask(mood, world).events())
        .as("without shorter words, in its own")
        .containsExactly(new Event.Said("How? 1 good 2 bad", List.of("good", "bad")));
    assertThat(engine.ask(new Session(FLOW, "mod", List.of()), world).session()).isNull();
  }

  private FlowEngine patient() {
    return engine(
        """
        steps:
          - ask: mood
            say: "How? @choices"
            choices: [ { good: good }, { bad: bad } ]
            again: "@choices?"
            otherwise: never
          - ask: sure
            say: "Sure? @choices"
            choices: [ { sure: sure }, { not: not } ]
            otherwise: never
          - name: never
            say: Never mind.
        """);
  }

  private static Session kept(Sprint sprint) {
    return SessionCodec.decode(SessionCodec.encode(session(sprint)));
  }

  @Test
  void turnsThePagesOfALongList() {
    StringBuilder yaml = new StringBuilder("steps:\n  - ask: site\n    say: \"Where? @choices\"\n");
    yaml.append("    choices:\n");
    for (int n = 1; n <= 11; n++) {
      yaml.append("      - site%d: place %d\n".formatted(n, n));
    }
    FlowEngine long11 = engine(yaml.toString());
    Sprint first = long11.start(FLOW, world);
    assertThat(said(first)).startsWith("Where? 1 place 1 2 place 2 ").endsWith("9 place 9 0 more");
    for (String more : List.of("0", "more", "0 more", "Zaidi", "suite", "٠")) {
      Sprint second = long11.resume(kept(first), new Input(more), world);
      assertThat(said(second)).as(more).isEqualTo("Where? 10 place 10 11 place 11 0 more");
      assertThat(said(long11.resume(kept(second), new Input("0"), world)))
          .as("round again")
          .isEqualTo(said(first));
      assertThat(long11.resume(kept(second), new Input("3"), world).events())
          .as("a number of another page")
          .contains(new Event.ResultSet("site", "site3", "site3"));
    }
    Context swahili = new Context("sw", Map.of(), Map.of());
    assertThat(said(long11.start(FLOW, swahili))).endsWith("0 zaidi");
    assertThat(engine.resume(session(engine.start(FLOW, world)), new Input("0"), world).events())
        .as("a short list has no more")
        .containsExactly(new Event.Unmatched());
  }

  private static String said(Sprint sprint) {
    return sprint.events().stream()
        .filter(Event.Said.class::isInstance)
        .map(event -> ((Event.Said) event).text())
        .findFirst()
        .orElse("");
  }

  @Test
  void aQuestionWithNothingToChooseFromIsPassedBy() {
    FlowEngine topics =
        engine(
            """
            samples: { topics: [ { a: A } ] }
            steps:
              - ask: topic
                say: "About? @choices"
                choices: topics
              - name: bye
                say: Bye
            """);
    assertThat(topics.start(FLOW, world).events())
        .contains(new Event.Said("Bye", List.of()), new Event.Ended(Ending.COMPLETED));
  }

  @Test
  void aLoopWithoutAQuestionEndsAtItsLimit() {
    FlowEngine loop = engine("steps:\n  - name: round\n    say: And\n    go: round\n");
    List<Event> events = loop.start(FLOW, world).events();
    assertThat(events).hasSize(FlowLimits.STEPS_PER_SPRINT + 1);
    assertThat(events.getLast()).isEqualTo(new Event.Ended(Ending.TOO_MANY_STEPS));
  }

  @Test
  void cutsResultsAndTextsAtTheirLimitsWithoutSplittingASign() {
    Session why = session(engine.resume(session(engine.start(FLOW, world)), new Input("2"), world));
    String odd = "a".repeat(FlowLimits.RESULT_CHARS - 1) + "🙂";
    Sprint sprint = engine.resume(why, new Input(odd), world);
    assertThat(sprint.events())
        .contains(
            new Event.Faulted("why", "cut at 160 characters"),
            new Event.ResultSet("why", "a".repeat(FlowLimits.RESULT_CHARS - 1), "text"));
    FlowEngine echo = engine("samples: { long: x }\nsteps:\n  - say: \"@long\"\n");
    Context longer = new Context("en", Map.of("long", "b".repeat(5_000)), Map.of());
    assertThat(echo.start(FLOW, longer).events())
        .contains(new Event.Said("b".repeat(FlowLimits.TEXT_CHARS), List.of()));
  }

  @Test
  void aSessionThatGrowsTooLargeEnds() {
    StringBuilder yaml = new StringBuilder("steps:\n");
    for (int i = 0; i < 10; i++) {
      yaml.append("  - ask: q%d\n    say: And?\n".formatted(i));
    }
    FlowEngine long10 = engine(yaml.toString());
    Sprint sprint = long10.start(FLOW, world);
    int answers = 0;
    while (sprint.session() != null) {
      assertThat(SessionCodec.encode(session(sprint)).length)
          .isLessThanOrEqualTo(FlowLimits.SESSION_BYTES);
      sprint = long10.resume(session(sprint), new Input("c".repeat(300)), world);
      answers++;
    }
    assertThat(sprint.events().getLast()).isEqualTo(new Event.Ended(Ending.SESSION_TOO_LARGE));
    assertThat(answers).isEqualTo(6);
  }

  /** What is kept between two texts is all that the second one needs. */
  @RepeatedTest(20)
  void aSessionThatWasKeptSpeaksAsOneThatWasNot() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    FlowFiles.Folder shipped = Shipped.folder();
    FlowEngine engine = shipped.engine();
    for (var document : shipped.documents()) {
      String language = document.languages().get(random.nextInt(document.languages().size()));
      Context context = document.sample(language);
      Sprint straight = engine.start(document.flow().name(), context);
      Sprint kept = straight;
      for (int turn = 0; turn < 20 && straight.session() != null; turn++) {
        Input input = new Input(anything(random));
        straight = engine.resume(session(straight), input, context);
        FlowEngine restarted = Shipped.folder().engine();
        byte[] bytes = SessionCodec.encode(session(kept));
        kept = restarted.resume(SessionCodec.decode(bytes), input, context);
        assertThat(kept).as("seed %d, %s, turn %d", seed, language, turn).isEqualTo(straight);
      }
    }
  }

  @Test
  void keepsNamesValuesAndCategoriesOfAnyScript() {
    Session odd =
        new Session(
            "after \"feedback\"",
            "ask\n",
            List.of(
                new Result("why", "dawa 🙂 \u0000 \\ ٣", "text"),
                new Result("topic", "fees", "fees")));
    Session turned = new Session(FLOW, "mood", odd.results(), 2, 1);
    assertThat(SessionCodec.decode(SessionCodec.encode(turned))).isEqualTo(turned);
    assertThat(SessionCodec.decode(SessionCodec.encode(odd))).isEqualTo(odd);
  }

  @Test
  void refusesBytesThatAreNoSession() {
    byte[] good = SessionCodec.encode(new Session("f", "n", List.of(new Result("a", "b", "c"))));
    List<byte[]> broken = new ArrayList<>();
    for (int length = 0; length < good.length; length++) {
      broken.add(Arrays.copyOf(good, length));
    }
    for (String text :
        List.of(
            "[2,\"f\",\"n\"]",
            "{}",
            "[1,\"f\"]",
            "[1,\"f\",\"n\",1]",
            "[1,\"f\",\"n\",-1,0]",
            "[1,\"f\",\"n\",1,\"x\"]",
            "[1,\"f\",\"n\"] []",
            "[1,1,1]",
            "[1,\"f\",\"n\",[\"a\"]]")) {
      broken.add(text.getBytes(StandardCharsets.UTF_8));
    }
    broken.add(new byte[] {(byte) 0xff, 0, 1});
    for (byte[] bytes : broken) {
      assertThatThrownBy(() -> SessionCodec.decode(bytes))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not a session of version 1")
          .hasNoCause();
    }
  }

  private static String anything(Random random) {
    List<String> said =
        List.of("1", "2", "3", "7", "٢", "text", "publish", "viongozi", "the nurse was away", "");
    return said.get(random.nextInt(said.size()));
  }

  private static Session session(Sprint sprint) {
    return Objects.requireNonNull(sprint.session());
  }

  private static FlowEngine engine(String yaml) {
    Map<String, String> files = Shipped.files();
    files.put(FLOW + ".yaml", yaml);
    return FlowFiles.compile(files).orThrow().engine();
  }
}

package org.answerable.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.answerable.flow.yaml.FlowFiles;
import org.answerable.flow.yaml.Shipped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 10,000 random walks through random flows: what the engine says is what the model says. */
class FlowModelTest {
  private static final int FOLDERS = 20;
  private static final int FLOWS = 50;
  private static final int WALKS = 10;
  private static final int TURNS = 25;

  /** One text of a walk, and which label it means. */
  private record Said(String text, @Nullable Integer choice) {}

  @Test
  void theEngineSaysWhatTheModelSays() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    long turns = 0;
    for (int folder = 0; folder < FOLDERS; folder++) {
      Map<String, String> files = Shipped.files();
      List<List<FlowModel.Step>> flows = new ArrayList<>();
      for (int flow = 0; flow < FLOWS; flow++) {
        flows.add(FlowModel.random(random));
        files.put("walk" + flow + ".yaml", FlowModel.yaml(flows.getLast()));
      }
      FlowEngine engine = FlowFiles.compile(files).orThrow().engine();
      for (int walk = 0; walk < FLOWS * WALKS; walk++) {
        int flow = walk % FLOWS;
        turns += walk(engine, "walk" + flow, flows.get(flow), random, "seed " + seed);
      }
    }
    assertThat(turns).as("walks lead somewhere").isGreaterThan((long) FOLDERS * FLOWS * WALKS * 2);
  }

  private static int walk(
      FlowEngine engine, String flow, List<FlowModel.Step> steps, Random random, String seed) {
    String language = FlowModel.LANGUAGES.get(random.nextInt(3));
    FlowModel model = new FlowModel(steps, language);
    Sprint sprint = engine.start(flow, new Context(language, Map.of(), Map.of()));
    List<String> heard = new ArrayList<>(List.of(seed, FlowModel.yaml(steps), language));
    assertThat(told(sprint)).as("%s", heard).isEqualTo(model.start());
    int turn = 0;
    while (turn < TURNS && sprint.session() != null) {
      turn++;
      language = spoken(sprint, language);
      Said said = said(random, choices(steps, sprint));
      heard.add(said.text);
      byte[] kept = SessionCodec.encode(sprint.session());
      Context context = new Context(language, Map.of(), Map.of());
      sprint = engine.resume(SessionCodec.decode(kept), new Input(said.text), context);
      assertThat(told(sprint)).as("%s", heard).isEqualTo(model.hears(said.text, said.choice));
    }
    assertThat(sprint.session() == null).as("%s", heard).isEqualTo(model.ended());
    return turn;
  }

  private static int choices(List<FlowModel.Step> steps, Sprint sprint) {
    String node = Objects.requireNonNull(sprint.session()).node();
    return steps.get(Integer.parseInt(node.substring(1))).choices();
  }

  private static Said said(Random random, int choices) {
    if (choices == 0) {
      return new Said(List.of("syrup", " ", "the nurse ", "3", "0").get(random.nextInt(5)), null);
    }
    int choice = random.nextInt(choices);
    String label = FlowModel.LABELS.get(choice);
    return switch (random.nextInt(9)) {
      case 0 -> new Said(label, choice);
      case 1 -> new Said(label.toUpperCase(Locale.ROOT) + "!", choice);
      case 2 -> new Said(label.substring(1), choice); // one letter is missing
      case 3 -> new Said(Integer.toString(choice + 1), choice);
      case 4 -> new Said(arabic(choice + 1) + ".", choice);
      case 5 -> new Said((choice + 1) + " " + label, choice);
      case 6 -> new Said(Integer.toString(choices + 1), null);
      case 7 -> new Said("0", null);
      default -> new Said("she went home", null);
    };
  }

  private static String arabic(int number) {
    StringBuilder digits = new StringBuilder();
    Integer.toString(number).chars().forEach(d -> digits.append((char) (d - '0' + '\u0660')));
    return digits.toString();
  }

  private static String spoken(Sprint sprint, String before) {
    String language = before;
    for (Event event : sprint.events()) {
      language = event instanceof Event.LanguageSet(String set) ? set : language;
    }
    return language;
  }

  private static List<String> told(Sprint sprint) {
    return sprint.events().stream().map(FlowModelTest::told).toList();
  }

  private static String told(Event event) {
    return switch (event) {
      case Event.Said(String text, List<String> choices) -> "said " + text;
      case Event.ResultSet(String name, String value, String category) ->
          "result " + name + "=" + value + " (" + category + ")";
      case Event.LanguageSet(String language) -> "language " + language;
      case Event.Unmatched() -> "unmatched";
      case Event.GaveUp() -> "gave up";
      case Event.Faulted(String node, String reason) -> "fault " + node + " " + reason;
      case Event.Ended(Event.Ending ending) -> "ended " + ending;
    };
  }
}

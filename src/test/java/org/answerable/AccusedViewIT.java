package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.answerable.AccusedWorld.Accusation;
import org.answerable.testing.Apart;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Invariant 9: whoever is accused is not shown the accusation, nor that there is one. What they and
 * the public can ask for is the same, byte for byte, in a world without it; but for random bytes.
 */
@Apart
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(Apart.LOGGING)
class AccusedViewIT {
  private static final String PUBLIC = "/" + AccusedWorld.ORGANISATION;

  /** Tokens of forms, and random ids. */
  private static final String RANDOM_BYTES =
      "(?<=name=\"_csrf\" value=\")[^\"]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static final Set<String> HEADERS =
      Set.of(
          "content-type", "content-length", "last-modified", "etag", "cache-control", "location");

  private Map<String, String> without = Map.of();
  private Path folder = Path.of("");

  @BeforeAll
  void lookAtTheWorldWithoutIt(@TempDir Path fresh) throws Exception {
    folder = fresh;
    without = seen(Accusation.NONE);
    assertThat(without).hasSizeGreaterThan(100);
    assertThat(without.get("accused GET /inbox")).contains("Report about");
    assertThat(without.get("public GET " + PUBLIC + "/log.csv")).contains("medicines");
  }

  @ParameterizedTest
  @EnumSource(value = Accusation.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void theAccusedAndThePublicSeeTheSameWithAndWithoutIt(Accusation accusation) throws Exception {
    Map<String, String> with = seen(accusation);
    assertThat(with.keySet()).isEqualTo(without.keySet());
    with.forEach((what, answer) -> assertThat(answer).as(what).isEqualTo(without.get(what)));
  }

  @Test
  void whatIsComparedShowsWhatIsTold() throws Exception {
    assertThat(without.values().toString())
        .contains("Overdue", "Done", "It is done.")
        .doesNotContain("Words of accusation");
  }

  private Map<String, String> seen(Accusation accusation) throws Exception {
    var answers = new LinkedHashMap<String, String>();
    try (var world = new AccusedWorld(folder.resolve(accusation.name()))) {
      world.tell(accusation);
      if (accusation != Accusation.NONE) {
        assertThat(world.isHandled(accusation)).isTrue();
      }
      Visitor accused = world.accused();
      for (String path : rooms(world)) {
        answers.put("accused GET " + path, shown(accused.get(path)));
      }
      for (String act : List.of("/response", "/note", "/words", "/mute")) {
        String page = "/inbox/" + AccusedWorld.ACCUSATION + act;
        answers.put("accused GET " + page, shown(accused.get(page)));
        var fields =
            Map.of("note", "me?", "seen", "1", "response", "00000000-0000-4000-8000-000000000009");
        answers.put("accused POST " + page, shown(accused.submit("/inbox", page, fields)));
      }
      Visitor anybody = world.visitor();
      for (String path : publicPages(world)) {
        answers.put("public GET " + path, shown(anybody.get(path)));
      }
      answers.put("metrics", metrics(world.management().get("/actuator/prometheus").body()));
    }
    return answers;
  }

  private static List<String> rooms(AccusedWorld world) {
    var paths =
        new ArrayList<String>(
            List.of("/inbox", "/inbox/people", "/inbox/operations", "/inbox/reader"));
    for (String view : List.of("", "answered")) {
      for (String topic : List.of("", "medicines", "leadership", "waiting", "unsorted")) {
        for (String role : List.of("", "programmes", "board", "council")) {
          for (String page : List.of("1", "2")) {
            paths.add("/inbox?view=%s&topic=%s&role=%s&page=%s".formatted(view, topic, role, page));
          }
        }
      }
    }
    world.references().forEach(reference -> paths.add("/inbox/" + reference));
    paths.add("/inbox/" + AccusedWorld.ACCUSATION);
    paths.add("/inbox/reader/" + AccusedWorld.ACCUSATION);
    paths.add("/inbox/reader/aside");
    paths.add("/inbox/confidential");
    return paths;
  }

  private static List<String> publicPages(AccusedWorld world) {
    var paths = new ArrayList<String>(List.of("/", PUBLIC));
    for (String language : List.of("en", "sw", "fr")) {
      paths.add(PUBLIC + "?lang=" + language);
      paths.add(PUBLIC + "/log?lang=" + language);
    }
    for (String query :
        List.of(
            "",
            "?topic=medicines",
            "?topic=leadership",
            "?status=overdue",
            "?status=answered",
            "?role=council",
            "?page=2",
            "?q=" + AccusedWorld.ACCUSATION)) {
      paths.add(PUBLIC + "/log" + query);
    }
    // not the checkpoint: hashes are random, and covers hide what its size would tell
    for (String file : List.of("log.csv", "log.atom", "log.json", "log.hxl.csv")) {
      paths.add(PUBLIC + "/" + file);
    }
    world.references().forEach(reference -> paths.add(PUBLIC + "/log/" + reference));
    paths.add(PUBLIC + "/log/" + AccusedWorld.ACCUSATION);
    return paths;
  }

  private static String shown(HttpResponse<String> answer) {
    String headers =
        answer.headers().map().entrySet().stream()
            .filter(header -> HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT)))
            .map(Objects::toString)
            .sorted()
            .collect(Collectors.joining("\n"));
    String all = answer.statusCode() + "\n" + headers + "\n\n" + answer.body();
    return all.replaceAll("http://127\\.0\\.0\\.1:\\d+", "").replaceAll(RANDOM_BYTES, "*");
  }

  /** Which there are, and of those that count requests the counts: the rest is time and memory. */
  private static String metrics(String all) {
    var lines = new TreeSet<String>();
    all.lines()
        .filter(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("http_server") || line.startsWith("answerable"))
        .map(line -> line.contains("_count") ? line : line.replaceAll(" \\S+$", ""))
        .forEach(lines::add);
    return String.join("\n", lines);
  }
}

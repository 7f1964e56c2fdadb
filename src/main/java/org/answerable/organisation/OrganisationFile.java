package org.answerable.organisation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code config/organisations/NAME.yaml}: the organisation, or everything that is wrong with
 * the file. Each part of the file has its reader beside this one.
 */
final class OrganisationFile {
  private static final Map<Kind, Integer> KIND_DAYS =
      Map.of(
          Kind.REPORT, 14,
          Kind.QUESTION, 3,
          Kind.RUMOUR, 3,
          Kind.REQUEST, 3,
          Kind.IDEA, 30,
          Kind.DISTRESS, 0,
          Kind.THREAT, 0,
          Kind.PROPOSAL, 30);
  private static final Map<String, DayOfWeek> DAYS =
      Arrays.stream(DayOfWeek.values())
          .collect(
              Collectors.toMap(
                  day -> day.name().toLowerCase(Locale.ROOT),
                  day -> day,
                  (a, b) -> a,
                  LinkedHashMap::new));

  private static final String PROPOSALS = "proposals";

  /** Whether what nobody sorted is released, by the key's words. */
  private static final Map<String, Boolean> UNSORTED =
      new TreeMap<>(Map.of("hold", false, "release", true));

  private OrganisationFile() {}

  /** What came of reading. */
  sealed interface Result {}

  /**
   * @param missing what keeps the line closed, in the form of problems
   * @param numbers those that somebody has to call now and then
   */
  record Read(Organisation organisation, List<String> missing, List<CheckedNumber> numbers)
      implements Result {}

  /**
   * @param problems {@code file:line:column: what, and what to do}, at least one
   */
  record Refused(List<String> problems) implements Result {}

  /**
   * @param file its path as a person knows it; the name before {@code .yaml} has to be the id
   */
  static Result read(String file, String yaml, Instance instance) {
    Problems problems = new Problems(file);
    Optional<Node> root = compose(yaml, problems);
    if (root.isEmpty()) {
      return new Refused(problems.lines());
    }
    Section top = Section.of(root.get(), "the file", Keys.FILE, problems);
    Languages languages = Languages.read(top);
    Hotlines crisis = Hotlines.read(top, "crisis", languages);
    Hotlines desk = Hotlines.read(top, "desk", languages);
    Hotlines focal = Hotlines.read(top, "focal", languages);
    Organisation organisation =
        organisation(top, languages, nameOf(file), instance, crisis, desk, focal);
    return problems.none()
        ? new Read(organisation, problems.missing(), numbers(crisis, desk, focal))
        : new Refused(problems.lines());
  }

  private static Optional<Node> compose(String yaml, Problems problems) {
    if (yaml.length() > FileLimits.FILE_CHARS) {
      problems.at(
          Optional.empty(),
          "the file has more than " + FileLimits.FILE_CHARS + " characters; shorten it");
      return Optional.empty();
    }
    LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(yaml);
      if (root.isEmpty()) {
        problems.at(Optional.empty(), "the file is empty; write one with the command init");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      problems.at(e.getProblemMark(), "this is not YAML (" + e.getProblem() + "); mend the line");
    } catch (YamlEngineException e) {
      problems.at(Optional.empty(), "this can't be read as YAML (" + e.getMessage() + "); mend it");
    }
    return Optional.empty();
  }

  private static List<CheckedNumber> numbers(Hotlines... hotlines) {
    return Arrays.stream(hotlines).flatMap(one -> one.all().stream()).toList();
  }

  private static Organisation organisation(
      Section top,
      Languages languages,
      String fileName,
      Instance instance,
      Hotlines crisis,
      Hotlines desk,
      Hotlines focal) {
    Roles roles = Roles.read(top, languages);
    return new Organisation(
        id(top, fileName),
        top.text("name", FileLimits.NAME_CHARS),
        top.flag("demo", false),
        languages.codes(),
        timeZone(top),
        workingDays(top),
        top.duration("slot", FileLimits.SLOT_MIN, FileLimits.WAIT_MAX, Duration.ofHours(1)),
        top.duration("hold", Duration.ZERO, FileLimits.WAIT_MAX, Duration.ofMinutes(30)),
        top.duration("answer-window", Duration.ZERO, FileLimits.WAIT_MAX, Duration.ofHours(1)),
        covers(top),
        releaseUnsorted(top),
        top.flag("notice-only", false),
        support(top),
        roles.all(),
        Topics.read(top, languages, roles),
        kindDays(top),
        People.readers(top),
        People.focalPoints(top),
        crisis.byLanguage(),
        desk.byLanguage(),
        focal.byLanguage(),
        ChannelList.read(top, instance),
        SmsCosts.read(top),
        WitnessList.read(top),
        languages.localised(top, "about", FileLimits.ABOUT_CHARS));
  }

  private static String id(Section top, String fileName) {
    String id = top.text("id", Slug.MAX_CHARS);
    if (id.isEmpty()) {
      return id;
    }
    if (!Slug.good(id)) {
      top.problem("id", "\"" + id + "\" can't stand in a URL; write " + Slug.FORM);
    } else if (Slug.reserved(id)) {
      top.problem("id", "\"" + id + "\" is kept for the application itself; choose another id");
    }
    if (!id.equals(fileName)) {
      top.problem(
          "id", "the id is not the file's name; rename the file to " + id + ".yaml, or the id");
    }
    return id;
  }

  private static ZoneId timeZone(Section top) {
    String zone = top.text("time-zone", FileLimits.NAME_CHARS);
    try {
      return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      top.problem(
          "time-zone",
          "unknown time zone \"" + zone + "\"; write one of the IANA names, as Africa/Nairobi");
      return ZoneOffset.UTC;
    }
  }

  private static Set<DayOfWeek> workingDays(Section top) {
    if (!top.has("working-days")) {
      return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String word : top.texts("working-days", DAYS.size(), FileLimits.NAME_CHARS)) {
      DayOfWeek day = DAYS.get(word);
      if (day == null) {
        top.problem(
            "working-days",
            "unknown day \"" + word + "\"; " + Words.nearest(word, List.copyOf(DAYS.keySet())));
      } else {
        days.add(day);
      }
    }
    return days;
  }

  private static int covers(Section top) {
    Integer covers = top.number("covers", FileLimits.COVERS_MAX);
    return covers == null ? FileLimits.COVERS : covers;
  }

  /** In whole tens, for so it is told. */
  private static int support(Section top) {
    Node node = top.has(PROPOSALS) ? top.mapping(PROPOSALS) : null;
    if (node == null) {
      return FileLimits.SUPPORT;
    }
    Section proposals = Section.of(node, "\"proposals\"", Keys.PROPOSALS, top.problems());
    Integer support = proposals.number("support", FileLimits.SUPPORT_MAX);
    if (support == null) {
      return FileLimits.SUPPORT;
    }
    if (support < FileLimits.SUPPORT_MIN || support % FileLimits.SUPPORT_MIN != 0) {
      proposals.problem(
          "support",
          "support is told in whole tens; write %d, %d and so on, up to %d"
              .formatted(
                  FileLimits.SUPPORT_MIN, 2 * FileLimits.SUPPORT_MIN, FileLimits.SUPPORT_MAX));
    }
    return support;
  }

  /** Without the key readers sort: whoever forgets it shows nobody what they should not see. */
  private static boolean releaseUnsorted(Section top) {
    return top.has("unsorted") && Boolean.TRUE.equals(top.choice("unsorted", UNSORTED));
  }

  private static Map<Kind, Integer> kindDays(Section top) {
    Map<Kind, Integer> days = new EnumMap<>(KIND_DAYS);
    @Nullable Node node = top.has("kinds") ? top.mapping("kinds") : null;
    if (node != null) {
      Section kinds = Section.of(node, "\"kinds\"", Keys.KINDS, top.problems());
      for (String word : Keys.KINDS) {
        Integer own = kinds.number(word, FileLimits.WORKING_DAYS);
        if (own != null) {
          days.put(Kind.ofWord(word), own);
        }
      }
    }
    return days;
  }

  private static String nameOf(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return name.replaceFirst("\\.yaml$", "");
  }
}

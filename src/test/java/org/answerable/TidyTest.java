package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.StringWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The style of the house, as far as a machine can judge it. {@code mvn test -Dtest=TidyTest
 * -Dupdate=true} formats every Java file; the rest is for people to mend.
 */
class TidyTest {
  private static final int METHOD_LINES_MAX = 60;
  private static final int FILE_LINES_MAX = 400;

  /** Folders of ours, and the endings of what people write by hand in them. */
  private static final List<String> WRITTEN = List.of("src", "config", "flows", "docs", "docker");

  private static final Pattern TEXT =
      Pattern.compile(".*\\.(java|jte|sql|ya?ml|css|js|md|properties|html)");

  /** Words of ours have one meaning each; these would say the same in another way. */
  private static final Set<String> FOREIGN_WORDS =
      Set.of(
          "User",
          "Users",
          "Contact",
          "Contacts",
          "Citizen",
          "Customer",
          "Ticket",
          "Tickets",
          "Complaint",
          "Complaints",
          "Agent",
          "Moderator",
          "Admin",
          "Survey",
          "Severity");

  private static final Pattern FOREIGN_TABLE =
      Pattern.compile(
          "(?i)create (?:table|view) (?:\\w+\\.)?"
              + "(users?|contacts?|citizens?|customers?|tickets?|cases?|complaints?|agents?)\\b");

  /**
   * What only the shell may ask for: a core that is given its moment and its ids can be replayed.
   */
  private static final Pattern CLOCK_OR_CHANCE =
      Pattern.compile(
          "\\b(?:(?:Instant|LocalDate|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime|Year)"
              + "\\.now\\(|System\\.currentTimeMillis\\(|new Random\\(|Math\\.random\\("
              + "|ThreadLocalRandom\\.|UUID\\.randomUUID\\(|Clock\\.system)");

  private static List<SourceFile> sources = List.of();

  @BeforeAll
  static void parse() throws IOException {
    sources = SourceFile.below(Path.of("src"));
    assertThat(sources).as("Java files below src").hasSizeGreaterThan(50);
  }

  @Test
  void everyJavaFileIsFormatted() {
    boolean update = Boolean.getBoolean("update");
    List<String> unformatted =
        sources.parallelStream()
            .filter(source -> !formatted(source).equals(source.text()))
            .peek(source -> rewrite(source, update))
            .map(source -> source.path().toString())
            .toList();
    if (!update) {
      assertThat(unformatted)
          .as("google-java-format is not content; mvn test -Dtest=TidyTest -Dupdate=true")
          .isEmpty();
    }
  }

  @Test
  void noFunctionIsLongerThanSixtyLines() {
    assertThat(
            found(
                source ->
                    source.methods().stream()
                        .filter(method -> method.lines() > METHOD_LINES_MAX)
                        .map(
                            method ->
                                method.line() + ": " + method.name() + ", " + method.lines())))
        .isEmpty();
  }

  @Test
  void noFileIsLongerThanFourHundredLines() {
    assertThat(
            found(
                source ->
                    Stream.of(source.text().lines().count())
                        .filter(lines -> lines > FILE_LINES_MAX)
                        .map(lines -> "1: " + lines + " lines")))
        .isEmpty();
  }

  @Test
  void nothingIsLeftForLaterAndNoTestIsSwitchedOff() throws IOException {
    Pattern later = Pattern.compile("\\b(?:TODO|FIXME|XXX)\\b|@Disabled\\b");
    List<String> left = new ArrayList<>();
    for (Path file : writtenFiles()) {
      left.addAll(matches(file, Files.readString(file), later));
    }
    assertThat(left).isEmpty();
  }

  /** Invariant 13 begins here: what is printed is seen by nobody who could judge it. */
  @Test
  void onlyCommandsPrint() {
    Pattern printing = Pattern.compile("\\bSystem\\.(?:out|err)\\b|\\.printStackTrace\\(");
    assertThat(matches(printing, TidyTest::isMain, source -> !isShell(source))).isEmpty();
  }

  /** Invariant 11, same session, same input, same moment: same events. */
  @Test
  void onlyThePlatformKnowsTheTimeAndThrowsDice() {
    assertThat(
            matches(
                CLOCK_OR_CHANCE,
                TidyTest::isMain,
                source -> !source.isIn("org/answerable/platform/")))
        .isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> packages = new TreeSet<>();
    Set<String> marked = new TreeSet<>();
    for (SourceFile source : sources) {
      if (isMain(source)) {
        String folder = String.valueOf(source.path().getParent());
        packages.add(folder);
        if (source.path().endsWith("package-info.java") && source.text().contains("@NullMarked")) {
          marked.add(folder);
        }
      }
    }
    assertThat(marked).isEqualTo(packages);
  }

  /** The words of the design are the words of the code. */
  @Test
  void classesUseTheWordsOfTheDesign() {
    assertThat(
            found(
                source ->
                    source.types().stream()
                        .filter(type -> isMain(source) && hasForeignWord(type))
                        .map(type -> "1: " + type)))
        .isEmpty();
  }

  @Test
  void tablesUseTheWordsOfTheDesign() throws IOException {
    List<String> foreign = new ArrayList<>();
    for (Path file : files(Path.of("src/main/resources/db"), path -> true)) {
      foreign.addAll(matches(file, Files.readString(file), FOREIGN_TABLE));
    }
    assertThat(foreign).isEmpty();
  }

  /** Of two in one package the tests' is read, and a module's rules would count for nothing. */
  @Test
  void noPackageInfoOfTestsHidesAModulesOwn() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      assertThat(files.filter(file -> file.endsWith("package-info.java")))
          .noneMatch(
              file ->
                  Files.exists(
                      Path.of("src/main/java").resolve(Path.of("src/test/java").relativize(file))));
    }
  }

  @Test
  void organisationIsSpeltTheBritishWay() throws IOException {
    Pattern american = Pattern.compile("(?i)organization");
    List<String> spelt = new ArrayList<>();
    for (Path file : writtenFiles()) {
      spelt.addAll(matches(file, withoutForeignNames(Files.readString(file)), american));
    }
    assertThat(spelt).isEmpty();
  }

  private static String formatted(SourceFile source) {
    Formatter formatter = new Formatter();
    try {
      String text = formatter.formatSourceAndFixImports(source.text());
      return StringWrapper.wrap(text, formatter);
    } catch (FormatterException e) {
      throw new AssertionError(source.path() + " can't be formatted", e);
    }
  }

  private static void rewrite(SourceFile source, boolean update) {
    if (update) {
      try {
        Files.writeString(source.path(), formatted(source));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean isMain(SourceFile source) {
    return source.isIn("src/main/");
  }

  /** The places where a person at a terminal is the one who reads. */
  private static boolean isShell(SourceFile source) {
    return source.isIn("org/answerable/Answerable.java")
        || source.isIn("org/answerable/platform/start/")
        || source.types().stream().anyMatch(type -> type.endsWith("Command"));
  }

  private static boolean hasForeignWord(String type) {
    return Arrays.stream(type.split("(?<=[a-z0-9])(?=[A-Z])")).anyMatch(FOREIGN_WORDS::contains);
  }

  /** Names that libraries spell their way. */
  private static String withoutForeignNames(String text) {
    return text.replaceAll("(?m)^import .*$|\\b(?:spring\\.|org\\.springframework\\.)[\\w.-]+", "");
  }

  private static List<String> found(Function<SourceFile, Stream<String>> findings) {
    return sources.stream()
        .flatMap(source -> findings.apply(source).map(finding -> source.path() + ":" + finding))
        .toList();
  }

  private static List<String> matches(
      Pattern pattern, Predicate<SourceFile> first, Predicate<SourceFile> second) {
    return sources.stream()
        .filter(first.and(second))
        .flatMap(source -> matches(source.path(), source.text(), pattern).stream())
        .toList();
  }

  private static List<String> matches(Path file, String text, Pattern pattern) {
    List<String> found = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher match = pattern.matcher(lines.get(i));
      if (match.find()) {
        found.add(file + ":" + (i + 1) + ": " + match.group());
      }
    }
    return found;
  }

  private static List<Path> writtenFiles() throws IOException {
    List<Path> written = new ArrayList<>();
    for (String folder : WRITTEN) {
      written.addAll(files(Path.of(folder), path -> TEXT.matcher(path.toString()).matches()));
    }
    return written;
  }

  private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(path -> !path.endsWith("TidyTest.java")) // it has to name what it forbids
          .filter(wanted)
          .sorted()
          .toList();
    }
  }
}

package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.answerable.platform.RunningInstance;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on keys and people, beside a server that runs. */
@Apart
class KeysCommandsIT {
  private static final String HOME = DemoLine.ORGANISATION;
  private static final Pattern LIVES = Pattern.compile("epoch (\\d+) lives since");
  private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);
  @TempDir private static Path folder;
  private static DemoLine line;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void start() throws IOException {
    line = new DemoLine(folder, Map.of("answerable.keys-dir", keysDir().toString()));
    line.server().start();
  }

  @AfterAll
  static void stop() {
    line.close();
  }

  @Test
  void showNamesTheKeysAndNeverShowsOne() throws Exception {
    assertThat(run("keys", "show")).as(said()).isZero();
    int epoch = epochSaid();
    assertThat(said())
        .contains("stands in the file " + keysDir().resolve("root.key"))
        .contains(HOME + "/epoch-" + epoch + ".key")
        .containsPattern(HOME + "/covers-\\d{4}-\\d\\d\\.key +[A-Z0-9]")
        .contains("the next one begins on ")
        .contains("Nobody can restore it");
    for (Path key : keys(keysDir())) {
      assertThat(said()).doesNotContain(Files.readString(key).strip());
    }
  }

  @Test
  void rotateChangesTheKeysAndWhoWroteIsKnownStill() throws Exception {
    String from = number();
    String first = text(from, "no syrup at Mto again");
    int epoch = epoch();
    assertThat(run("keys", "rotate", HOME)).as(said()).isZero();
    assertThat(said())
        .contains("epoch " + (epoch + 1) + " lives, and the keys of epoch " + epoch)
        .contains("run 'keys copy' once more");
    assertThat(keysDir().resolve(HOME + "/epoch-" + epoch + ".key")).doesNotExist();
    assertThat(text(from, "and no water")).startsWith("Added to " + code(first));
    assertThat(run("keys", "rotate", "nobody")).isEqualTo(1);
  }

  @Test
  void copyKeepsOneGeneration() throws Exception {
    Path copy = folder.resolve("stick/copy");
    assertThat(run("keys", "copy", copy.toString())).as(said()).isZero();
    assertThat(names(copy)).isEqualTo(names(keysDir()));
    assertThat(permissions(copy)).isEqualTo("rwx------");
    assertThat(permissions(copy.resolve("COPY.txt"))).isEqualTo("rw-------");
    for (Path key : keys(copy)) {
      assertThat(permissions(key)).isEqualTo("rw-------");
      assertThat(key).hasSameTextualContentAs(keysDir().resolve(copy.relativize(key)));
    }
    List<String> before = names(copy);
    Files.setPosixFilePermissions(
        copy.resolve("COPY.txt"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(run("keys", "rotate")).as(said()).isZero();
    assertThat(run("keys", "copy", copy.toString())).as(said()).isZero();
    assertThat(names(copy)).isEqualTo(names(keysDir())).isNotEqualTo(before);
    assertThat(permissions(copy.resolve("COPY.txt"))).isEqualTo("rw-------");
  }

  /** Whoever copies the data would have the keys with it. */
  @Test
  void copyRefusesTheDataFolderHoweverItIsNamed() throws Exception {
    Path data = line.server().dataDir();
    Path link = Files.createSymbolicLink(folder.resolve("elsewhere"), data);
    Path into = Files.createDirectory(data.resolve("stick"));
    Path deeper = Files.createSymbolicLink(folder.resolve("stick-link"), into);
    for (Path to :
        List.of(
            data,
            into,
            data.resolve("new/deep"),
            link,
            link.resolve("new"),
            deeper,
            deeper.resolve("new"),
            folder.resolve("nowhere/../data/new"))) {
      err.reset();
      assertThat(run("keys", "copy", to.toString())).as("to %s", to).isEqualTo(1);
      assertThat(said()).contains("lies in the data folder", "give a folder elsewhere");
    }
    assertThat(into).isEmptyDirectory();
    assertThat(data.resolve("new")).doesNotExist();
  }

  @Test
  void copyTouchesNothingThatItDidNotMake() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("mine.key"), "mine");
    assertThat(run("keys", "copy", other.toString())).isEqualTo(1);
    assertThat(said()).contains("is not empty");
    assertThat(other.resolve("mine.key")).hasContent("mine");
    for (Path keys : List.of(keysDir(), keysDir().resolve(HOME), keysDir().resolve("copy"))) {
      assertThat(run("keys", "copy", keys.toString())).isEqualTo(1);
    }
    assertThat(keysDir().resolve("root.key")).exists();
    assertThat(keysDir().resolve("copy")).doesNotExist();
  }

  @Test
  void saysWhatIsHeldOfAnAddressAndNothingOfOneThatNeverWrote() throws Exception {
    String from = number();
    text(from, "no syrup at Mto again");
    assertThat(runWith(" 00 " + from.substring(1) + "\n", "what-do-we-hold", DemoLine.CHANNEL))
        .as(said())
        .isZero();
    assertThat(said())
        .contains("the last day they wrote: ")
        .contains("feedbacks that lead to them: 1", "that lead to them: 0")
        .contains("stopped (nothing is sent until START): no")
        .contains("where their conversation stands: kept")
        .contains("By the rules it is kept until ")
        .doesNotContain(from.substring(1), "syrup");
    assertThat(line.server().output()).doesNotContain(from.substring(1));

    out.reset();
    assertThat(runWith(number() + "\n", "what-do-we-hold", DemoLine.CHANNEL)).isZero();
    assertThat(said()).contains("Nothing. Either nobody wrote from it");
    assertThat(runWith("Asha\n", "what-do-we-hold", DemoLine.CHANNEL)).isEqualTo(1);
    assertThat(runWith("", "what-do-we-hold", DemoLine.CHANNEL)).isEqualTo(1);
    assertThat(runWith(from + "\n", "what-do-we-hold", "nowhere")).isEqualTo(1);
  }

  @Test
  void whoStoppedIsToldThatThisIsKept() throws Exception {
    String from = number();
    text(from, "STOP");
    runWith(from + "\n", "what-do-we-hold", DemoLine.CHANNEL);
    assertThat(said()).contains("START): yes", "as long as they are stopped");
  }

  @Test
  void aDrillAsksTwiceAndErasesNothing() throws Exception {
    String from = number();
    String first = text(from, "no syrup at Mto again");
    int epoch = epoch();
    assertThat(erase(HOME, true, "erase-all", HOME, "--drill")).as(said()).isZero();
    assertThat(said()).contains("This is a drill", "Nothing was erased. The drill is noted for ");
    assertThat(epoch()).isEqualTo(epoch);
    assertThat(text(from, "and no water")).startsWith("Added to " + code(first));
  }

  @Test
  void leadersAreRemindedWhenTheLastDrillIsOverAYearAgo() throws Exception {
    var owner = RunningInstance.join(options()).owner().client();
    owner.sql("delete from constituent.drill").update();
    owner.sql("update constituent.epoch set since = since - 367").update();
    var leader = new Visitor(line.server().url("/").getPort());
    leader.accept(line.server().invitation(), "asha", "three words of mine");
    assertThat(leader.get("/inbox").body()).contains("erase-all " + HOME + " --drill");
    assertThat(erase(HOME, true, "erase-all", HOME, "--drill")).as(said()).isZero();
    assertThat(leader.get("/inbox").body()).doesNotContain("--drill");
  }

  @Test
  void aWrongAnswerErasesNothing() throws Exception {
    String from = number();
    String first = text(from, "no syrup at Mto again");
    assertThat(erase("baraza", true, "erase-all", HOME)).isEqualTo(1);
    assertThat(erase(HOME, false, "erase-all", HOME)).isEqualTo(1);
    assertThat(runWith(HOME + "\n", "erase-all", HOME)).isEqualTo(1);
    assertThat(runWith("", "erase-all", "nobody")).isEqualTo(1);
    assertThat(said()).contains("Nothing was done");
    assertThat(text(from, "and no water")).startsWith("Added to " + code(first));
  }

  @Test
  void erasingForgetsEverybodyAndChangesTheKeys() throws Exception {
    String from = number();
    text(from, "no syrup at Mto again");
    int epoch = epoch();
    assertThat(erase(HOME, true, "erase-all", HOME)).as(said()).isZero();
    assertThat(said())
        .containsPattern("Done: [1-9]\\d* people are forgotten, with epoch " + epoch)
        .contains("epoch " + (epoch + 1) + " lives");
    assertThat(keysDir().resolve(HOME + "/epoch-" + epoch + ".key")).doesNotExist();
    runWith(from + "\n", "what-do-we-hold", DemoLine.CHANNEL);
    assertThat(said()).contains("Nothing. Either nobody wrote from it");
    assertThat(text(from, "no chairs at Kilima")).doesNotContain("Added");
  }

  @Test
  void withoutAServerItSaysToStartIt() throws Exception {
    Path nowhere = folder.resolve("nowhere");
    assertThat(
            line(
                InputStream.nullInputStream(),
                "keys",
                "rotate",
                "--answerable.data-dir=" + nowhere,
                "--answerable.keys-dir=" + keysDir()))
        .isEqualTo(1);
    assertThat(said()).contains("No server runs on the data folder " + nowhere, "serve");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void aSettingThatDoesNotExistIsRefusedAsAtTheStart() throws Exception {
    assertThat(run("keys", "show", "--answerable.data-dri=x")).isEqualTo(1);
    assertThat(out.size()).isZero();
  }

  private int erase(String name, boolean right, String... command) throws IOException {
    return run(new Answers(name, right), command);
  }

  private int runWith(String answers, String... command) throws IOException {
    return run(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)), command);
  }

  private int run(String... command) throws IOException {
    return run(InputStream.nullInputStream(), command);
  }

  private int run(InputStream in, String... command) throws IOException {
    var all = new ArrayList<>(List.of(command));
    all.addAll(options());
    return line(in, all.toArray(String[]::new));
  }

  private static List<String> options() {
    return List.of(
        "--answerable.data-dir=" + line.server().dataDir(),
        "--answerable.keys-dir=" + keysDir(),
        "--answerable.config-dir=" + folder.resolve("config"));
  }

  private int line(InputStream in, String... words) throws IOException {
    var commandLine =
        new CommandLine(
            options -> {
              throw new AssertionError("the server was started");
            });
    return commandLine.run(
        words,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        in);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  private int epoch() throws IOException {
    out.reset();
    assertThat(run("keys", "show")).as(said()).isZero();
    return epochSaid();
  }

  private int epochSaid() {
    Matcher lives = LIVES.matcher(said());
    assertThat(lives.find()).as(said()).isTrue();
    return Integer.parseInt(lives.group(1));
  }

  private static String text(String from, String body) throws Exception {
    return line.text("SM" + NUMBERS.incrementAndGet(), from, body);
  }

  private static String code(String reply) {
    Matcher code = Pattern.compile("\\d{4}-\\d{4}").matcher(reply);
    assertThat(code.find()).as(reply).isTrue();
    return code.group();
  }

  private static String number() {
    return "+9995" + NUMBERS.incrementAndGet();
  }

  private static Path keysDir() {
    return folder.resolve("keys");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<Path> keys(Path below) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(file -> file.toString().endsWith(".key")).sorted().toList();
    }
  }

  private static List<String> names(Path below) throws IOException {
    return keys(below).stream().map(file -> below.relativize(file).toString()).toList();
  }

  /** Whoever sits at the terminal: types a name, then the number that stands on it. */
  private final class Answers extends InputStream {
    private final List<String> left;

    Answers(String name, boolean right) {
      left = new ArrayList<>(List.of(name, right ? "the number" : "12345"));
    }

    @Override
    public int read(byte[] into, int at, int length) {
      if (left.isEmpty()) {
        return -1;
      }
      String next = left.removeFirst();
      byte[] typed =
          (next.equals("the number") ? number() : next)
              .concat("\n")
              .getBytes(StandardCharsets.UTF_8);
      System.arraycopy(typed, 0, into, at, typed.length);
      return typed.length;
    }

    private String number() {
      Matcher number = Pattern.compile("the number (\\d{4}) to do it").matcher(said());
      String last = "";
      while (number.find()) {
        last = number.group(1);
      }
      return last;
    }

    @Override
    public int read() {
      throw new AssertionError("reads lines");
    }
  }
}

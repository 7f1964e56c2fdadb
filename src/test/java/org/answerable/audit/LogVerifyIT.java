package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.answerable.testing.Apart;
import org.answerable.tlog.LogFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody's look at a log, through loopback and from a folder. */
@Apart
class LogVerifyIT {
  private static final int SIZE = 600;

  @TempDir private Path temp;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private HttpServer server;
  private String url;
  private Path folder;
  private Path state;
  private LogFolder log;

  @BeforeEach
  void serve() throws IOException {
    folder = temp.resolve("log");
    state = temp.resolve("state").resolve("seen");
    log = new LogFolder(folder, LogVerifyIT::committed);
    log.grow(SIZE);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hope/", this::answer);
    Files.writeString(temp.resolve("log.csv"), "reference\r\n");
    server.createContext(
        "/moved/tlog/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/hope/tlog/key");
          exchange.sendResponseHeaders(302, -1);
        });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hope";
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static byte[] committed(long number) {
    return """
    {"commitment":"%064x","day":"2026-11-01","organisation":"hope","type":"committed"}\
    """
        .formatted(number)
        .getBytes(UTF_8);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/hope/".length());
    Path file =
        path.startsWith("tlog/")
            ? folder.resolve(path.substring("tlog/".length()))
            : temp.resolve(path);
    try (exchange) {
      if (Files.isRegularFile(file)) {
        byte[] bytes = Files.readAllBytes(file);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/tlog", "/tlog/"})
  void acceptsALogThatIsServed(String end) {
    assertThat(verify(url + end)).as(said()).isZero();
    assertThat(said())
        .startsWith("600 entries, each the one that was signed; signed by\n" + log.key() + "\n")
        .contains("Seen for the first time: compare the key");
    assertThat(state).isRegularFile();
  }

  @Test
  void acceptsACopyInAFolder() {
    assertThat(verify(folder.toString())).as(said()).isZero();
  }

  /** Who serves pages serves the table that they are made from. */
  @Test
  void doesNotPassWhereTheTableIsMissing() throws IOException {
    Files.delete(temp.resolve("log.csv"));
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint()).startsWith("log.csv is missing beside the log: ");
    assertThat(verify(folder.toString())).isZero();
    assertThat(said()).contains("There is no log.csv beside this copy: ");
  }

  @Test
  void acceptsALogThatGrew() {
    verify(url);
    log.grow(2 * SIZE);
    assertThat(verify(url)).as(said()).isZero();
    assertThat(said())
        .startsWith("1200 entries")
        .endsWith("Nothing of the 600 entries that were seen before has changed.\n");
    assertThat(verify(url)).isZero();
    assertThat(said()).contains("Nothing of the 1200 entries");
  }

  @Test
  void acceptsALogWithoutEntries() {
    folder = temp.resolve("empty");
    new LogFolder(folder, LogVerifyIT::committed).grow(0);
    assertThat(verify(url)).as(said()).isZero();
    assertThat(said()).startsWith("0 entries");
  }

  /** A log may drop partial tiles once the full ones are there; the checkpoint is older. */
  @Test
  void takesWhatItNeedsOfAFullTile() throws IOException {
    byte[] older = Files.readAllBytes(folder.resolve("checkpoint"));
    log.grow(1_000);
    Files.write(folder.resolve("checkpoint"), older);
    Files.delete(folder.resolve("tile/0/002.p/88"));
    Files.delete(folder.resolve("tile/entries/002.p/88"));
    assertThat(verify(url)).as(said()).isZero();
    assertThat(said()).startsWith("600 entries");
  }

  @ParameterizedTest
  @CsvSource({
    "key, key:",
    "checkpoint, checkpoint:",
    "tile/0/000, tile/0/000 does not make the hash in the tile above it.",
    "tile/0/002.p/88, tile/",
    "tile/1/000.p/2, tile/1/000.p/2 and the partial tiles below it do not make the tree's head.",
    "tile/entries/000, tile/entries/000",
    "tile/entries/002.p/88, tile/entries/002.p/88"
  })
  void namesThePlaceOfAChangedByte(String path, String place) throws IOException {
    Path file = folder.resolve(path);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint()).startsWith(place);
    assertThat(state).doesNotExist();
  }

  @Test
  void namesTheEntryThatBecameAnotherOne() throws IOException {
    Path file = folder.resolve("tile/entries/001");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1]++;
    Files.write(file, bytes);
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint())
        .isEqualTo("tile/entries/001: entry 511 is not the one that the log was signed with.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "checkpoint", "tile/0/001", "tile/entries/001"})
  void namesWhatIsMissing(String path) throws IOException {
    Files.delete(folder.resolve(path));
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint()).matches(path + " is missing(: there is no log here)?\\.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "checkpoint", "tile/0/000", "tile/entries/002.p/88"})
  void readsNoMoreThanThereCanBe(String path) throws IOException {
    Files.write(folder.resolve(path), new byte[20_000_000]);
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint()).startsWith(path + " has more than ");
  }

  @Test
  void seesThatEntriesAreGone() throws IOException {
    verify(url);
    byte[] before = Files.readAllBytes(state);
    log.rewritten(folder, -1).grow(SIZE - 1);
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint()).startsWith("It shows 599 entries, and had 600 before: ");
    assertThat(state).hasBinaryContent(before);
    assertThat(state.resolveSibling("seen.contradiction")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {SIZE, SIZE + 1, 2 * SIZE})
  void seesThatAnEntryOfBeforeBecameAnotherOne(int size) throws IOException {
    verify(url);
    byte[] before = Files.readAllBytes(state);
    log.rewritten(folder, 300).grow(size);
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint())
        .startsWith(
            "It was rewritten: its first 600 entries are not those that were seen before. ");
    assertKept(before);
    assertThat(verify(url)).as("it does not forget").isEqualTo(1);
  }

  private void assertKept(byte[] before) throws IOException {
    assertThat(state).hasBinaryContent(before);
    assertThat(state.resolveSibling("seen.contradiction"))
        .hasBinaryContent(Files.readAllBytes(folder.resolve("checkpoint")));
  }

  @Test
  void anotherKeyIsNotBelieved() throws IOException {
    verify(url);
    LogFolder other = new LogFolder(folder, LogVerifyIT::committed);
    other.grow(SIZE);
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint()).startsWith("key: it is another one than " + log.key() + ". ");
    assertThat(verify(url, "--key", "" + log.key())).isEqualTo(1);
    assertThat(verify(url, "--key", "" + other.key())).as(said()).isZero();
    assertThat(said()).contains("Seen for the first time");
  }

  @Test
  void aKeyThatIsGivenDoesNotMakeForget() {
    verify(url, "--key", "" + log.key());
    assertThat(verify(url, "--key", "" + log.key())).isZero();
    assertThat(said()).contains("Nothing of the 600 entries");
    log.rewritten(folder, 3).grow(SIZE);
    assertThat(verify(url, "--key", "" + log.key())).isEqualTo(1);
  }

  @Test
  void aCheckpointOfAnotherLogIsNotBelieved() throws IOException {
    Path elsewhere = temp.resolve("elsewhere");
    new LogFolder(elsewhere, LogVerifyIT::committed).grow(SIZE);
    Files.copy(
        elsewhere.resolve("checkpoint"),
        folder.resolve("checkpoint"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint()).isEqualTo("checkpoint: it is not signed by " + log.key() + ".\n");
  }

  @Test
  void aCheckpointUnderAnotherOriginIsNotBelievedAndNotShownAsItStands() {
    log.signAs("evil\u009b2J\u202eoffice");
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint())
        .isEqualTo("checkpoint: it is of evil?2J?office, not of " + LogFolder.ORIGIN + ".\n");
  }

  @Test
  void aLogThatPretendsToBeEndlessEndsAtItsFirstGap() throws IOException {
    log.pretend();
    Files.delete(folder.resolve("tile/entries/001"));
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint()).isEqualTo("tile/1/000 is missing.\n");
  }

  @Test
  void whatCannotBeReachedIsNotCalledWrong() {
    server.stop(0);
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint()).startsWith("The log could not be read, so nothing is known of it: ");
  }

  @Test
  void aRedirectIsNotFollowed() {
    assertThat(verify(url.replace("/hope", "/moved"))).isEqualTo(1);
    assertThat(complaint())
        .isEqualTo("The log could not be read, so nothing is known of it: key was answered 302.\n");
  }

  @Test
  void aSpoiltMemoryIsNotTakenForNone() throws IOException {
    verify(url);
    Files.writeString(state, "nothing\n");
    assertThat(verify(url)).isEqualTo(1);
    assertThat(complaint()).startsWith("What was seen last can't be read from " + state);
  }

  @Test
  void remembersByTheAddressBelowTheUsersState() {
    run(url + "/tlog");
    assertThat(temp.resolve("xdg/answerable"))
        .isDirectoryContaining("glob:**/http_127.0.0.1_*_hope.checkpoint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--key",
        "x --key",
        "x --state",
        "x --other y",
        "x --quorum 1",
        "x --quorum -1",
        "x --quorum few",
        "http:// ",
        "http://h/?a=b",
        "https://h/#a"
      })
  void wrongUsageIsTwo(String line) {
    assertThat(run(line.isEmpty() ? new String[0] : line.trim().split(" "))).isEqualTo(2);
    assertThat(complaint()).startsWith("Usage: log verify URL");
  }

  @Test
  void aKeyThatIsNoneIsTold() {
    assertThat(run(url, "--key", "none")).isEqualTo(2);
    assertThat(complaint()).isEqualTo("--key: a verifier key is name+id+key.\n");
    assertThat(run(url, "--witness", "" + log.key())).isEqualTo(2);
    assertThat(complaint()).isEqualTo("--witness: this is a log's key, and no witness's.\n");
  }

  private int verify(String place, String... options) {
    List<String> args = new ArrayList<>(List.of(place, "--state", state.toString()));
    args.addAll(Arrays.asList(options));
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    return new LogVerifyCommand(
            name -> name.equals("XDG_STATE_HOME") ? temp + "/xdg" : null, InstantSource.system())
        .run(
            List.of(args),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            InputStream.nullInputStream());
  }

  private String said() {
    return out.toString(UTF_8) + err.toString(UTF_8);
  }

  private String complaint() {
    assertThat(out.toString(UTF_8)).isEmpty();
    return err.toString(UTF_8);
  }
}

package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as members run it. */
class CountCommandTest {
  private static final String TENNESSEE =
      """
      4 1
      42 1 2 3 4 0
      26 2 3 4 1 0
      15 3 4 2 1 0
      17 4 3 2 1 0
      0
      "Memphis"
      "Nashville"
      "Chattanooga"
      "Knoxville"
      "A capital"
      """;

  private static final String PROJECTS =
      """
      META
      key;value
      budget;100
      vote_type;approval
      num_votes;9
      PROJECTS
      project_id;cost
      x;60
      y;60
      z;101
      VOTES
      voter_id;vote
      1;x
      2;y
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @Test
  void tellsWhoWonAndWhyTheOthersDidNot() throws IOException {
    assertThat(run("--method", "irv", file("a.blt", TENNESSEE))).as(errors()).isZero();
    assertThat(output())
        .isEqualTo(
            """
            A capital
            Counted by irv: 100 valid ballots, 0 blank.
            1 seat.

            Elected: Knoxville (4).
              1. Knoxville (4)
              2. Memphis (1)
              3. Nashville (2)
              4. Chattanooga (3)

            Stage 1: first preferences.
              42  Memphis (1)
              26  Nashville (2)
              17  Knoxville (4)
              15  Chattanooga (3)

            Stage 2: Chattanooga (3) has the fewest votes, 15, and is excluded.
              42  Memphis (1)
              32  Knoxville (4)
              26  Nashville (2)

            Stage 3: Nashville (2) has the fewest votes, 26, and is excluded.
              58  Knoxville (4)
              42  Memphis (1)

            Stage 4: Memphis (1) has the fewest votes, 42, and is excluded.
              100  Knoxville (4)

            Why were the others not elected?
              Memphis (1) had the fewest votes after stage 3, 42 (the next, Knoxville (4), had 58), and was excluded.
              Nashville (2) had the fewest votes after stage 2, 26 (the next, Knoxville (4), had 32), and was excluded.
              Chattanooga (3) had the fewest votes after stage 1, 15 (the next, Knoxville (4), had 17), and was excluded.
            """);
  }

  @Test
  void writesJsonForPrograms() throws IOException {
    String file = file("a.blt", TENNESSEE);
    assertThat(run("--json", "--method", "scottish-stv", file, "--seats", "2")).isZero();
    JsonNode tally = JsonMapper.shared().readTree(output());
    assertThat(tally.get("winners").toString()).isEqualTo("[1,2]");
    assertThat(tally.get("ranking").toString()).isEqualTo("[[1],[2]]");
    assertThat(tally.get("quota").asString()).isEqualTo("34.00000");
    assertThat(tally.get("stages").get(0).get("totals").get("1").asString()).isEqualTo("42.00000");
    assertThat(tally.get("stages").get(1).get("candidate").asInt()).isEqualTo(1);
    assertThat(tally.get("tieOrder").toString())
        .isEqualTo("{\"source\":\"listed\",\"order\":[1,2,3,4]}");
  }

  @Test
  void countsEveryMethodOfItsOwnKindOfFile() throws IOException {
    String ranked = file("a.blt", TENNESSEE);
    String projects = file("a.pb", PROJECTS);
    for (String method :
        new String[] {"plurality", "approval", "borda", "schulze", "ranked-pairs"}) {
      assertThat(run("--method", method, ranked)).as(method).isZero();
      assertThat(run("--method", method, projects)).as(method).isEqualTo(1);
      assertThat(errors()).contains("a.pb:1: this is a Pabulib file; only equal-shares counts it");
    }
    for (String method : new String[] {"equal-shares", "equal-shares:u", "equal-shares:add1"}) {
      assertThat(run("--method", method, projects)).as(method).isZero();
      assertThat(run("--method", method, ranked)).as(method).isEqualTo(1);
      assertThat(errors()).contains("a.blt:1: the section META is to stand here");
    }
  }

  @Test
  void tellsWhatIsFundedAndWhyTheRestIsNot() throws IOException {
    assertThat(run("--method", "equal-shares", file("a.pb", PROJECTS))).isZero();
    assertThat(errors())
        .contains(
            "a.pb: num_votes is \"9\" in META, but there are 2; the file may have been cut off");
    assertThat(output())
        .isEqualTo(
            """
            Counted by equal-shares:std: 2 valid ballots, 0 blank.
            Budget 100.

            Funded: x.

            Each of 2 voters could spend 59.00. Bought, in this order:
              x: costs 60, 1 supporter, from what was left, by votes

            Why were the others not funded?
              y has 1 supporter, with together 59.00 left, which does not pay for it.
              z costs more than the whole budget.

            Ties that had to be broken:
              x and y were equal; the tie order decided, so x was funded.
              The tie order, as listed in the file: x, y, z.
            """);
  }

  @Test
  void aSeedBreaksTiesUnlessTheFileDoes() throws IOException {
    String even = "2 1\n1 1 0\n1 2 0\n0\n\"Ann\"\n\"Ben\"\n";
    assertThat(run("--method", "plurality", file("a.blt", even))).isZero();
    assertThat(output()).contains("Elected: Ann (1).");
    for (String seed : new String[] {"a", "b", "c", "d", "e"}) {
      out.reset();
      assertThat(run("--method", "plurality", "--seed", seed, file("a.blt", even))).isZero();
      assertThat(output()).contains("The tie order, from the seed: ");
      out.reset();
      String given = even.replace("2 1\n1", "2 1\n[tie 2 1]\n1");
      assertThat(run("--method", "plurality", "--seed", seed, file("b.blt", given))).isZero();
      assertThat(output())
          .contains("Elected: Ben (2).")
          .contains("Ann (1) is equal with Ben (2), and later in the tie order")
          .contains("The tie order, given in the file: 2, 1.");
    }
    out.reset();
    assertThat(run("--method", "equal-shares", "--seed", "baraza", file("a.pb", PROJECTS)))
        .isZero();
    assertThat(output()).contains("The tie order, from the seed: ");
  }

  @Test
  void integralBeginsWithAWholeShare() throws IOException {
    String file = file("a.pb", PROJECTS.replace("2;y", "2;y\n3;"));
    String three = file("b.pb", PROJECTS.replace("2;y", "2;y\n3;z"));
    assertThat(run("--method", "equal-shares:none", "--json", file)).isZero();
    assertThat(output()).contains("\"share\":\"50\"").contains("\"blank\":1");
    out.reset();
    assertThat(run("--method", "equal-shares:none", "--json", three)).isZero();
    assertThat(output()).contains("\"share\":\"100/3\"");
    out.reset();
    assertThat(run("--method", "equal-shares:none", "--json", "--integral", three)).isZero();
    assertThat(output()).contains("\"share\":\"33\"");
  }

  @Test
  void wrongUsageIsToldWithTheMethods() throws IOException {
    assertUsage("Say --method.");
    assertUsage("Say --method.", "file");
    assertUsage("Name a file.", "--method", "irv");
    assertUsage("There is no method condorcet.", "--method", "condorcet", "file");
    assertUsage("--method needs a value.", "file", "--method");
    assertUsage("There is no option --fast.", "--fast", "file");
    assertUsage("There is no option other.", "--method", "irv", "file", "other");
    assertUsage("--seats takes a number from 1.", "--method", "irv", "--seats", "0", "file");
    assertUsage("--seats takes a number from 1.", "--method", "irv", "--seats", "00", "file");
    assertUsage("--seats takes a number from 1.", "--method", "irv", "--seats", "1e9", "file");
    assertUsage("--seed takes 10000", "--method", "irv", "--seed", "x".repeat(10_001), "file");
    assertThat(errors())
        .contains("Usage: count --method METHOD")
        .contains("plurality approval borda points irv schulze ranked-pairs scottish-stv\n")
        .contains("equal-shares:std equal-shares:add1 equal-shares:none equal-shares:u\n");
  }

  @Test
  void aFileThatCanNotBeReadIsToldWithItsLine() throws IOException {
    assertThat(run("--method", "irv", file("a.blt", TENNESSEE.replace("2 3 4 1 0", "2 3 5 1 0"))))
        .isEqualTo(1);
    assertThat(errors()).contains("a.blt:3: there is no candidate 5; they are numbered 1 to 4");
    String missing = folder.resolve("missing.blt").toString();
    assertThat(run("--method", "irv", missing)).isEqualTo(1);
    assertThat(errors()).contains("There is no file " + missing + ".");
    assertThat(run("--method", "irv", folder.toString())).isEqualTo(1);
    assertThat(errors()).contains(folder + " can't be read");
    assertThat(run("--method", "irv", "a\0b")).isEqualTo(1);
    Path foreign = folder.resolve("foreign.blt");
    Files.write(foreign, TENNESSEE.replace("Memphis", "Zoë").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run("--method", "irv", foreign.toString())).isEqualTo(1);
    assertThat(errors()).contains("foreign.blt:1: the file is not UTF-8");
    assertThat(output()).isEmpty();
  }

  @Test
  void namesCanNotSteerTheReadersTerminal() throws IOException {
    String steering = TENNESSEE.replace("Memphis", "Mem\u001b[2J\u202ephis\u0007");
    assertThat(run("--method", "plurality", file("a.blt", steering))).isZero();
    assertThat(output()).contains("Mem[2Jphis (1)").doesNotContain("\u001b", "\u202e", "\u0007");
    out.reset();
    assertThat(run("--method", "plurality", "--json", file("a.blt", steering))).isZero();
    assertThat(output()).contains("Mem\\u001b[2J");
  }

  private void assertUsage(String what, String... args) throws IOException {
    err.reset();
    assertThat(run(args)).isEqualTo(2);
    assertThat(errors()).startsWith(what);
    assertThat(output()).isEmpty();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String... args) throws IOException {
    String[] words = new String[args.length + 1];
    words[0] = "count";
    System.arraycopy(args, 0, words, 1, args.length);
    return new CommandLine(options -> {})
        .run(
            words,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream());
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

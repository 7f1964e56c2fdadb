package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.testing.Apart;
import org.answerable.testing.CountedByHand;
import org.answerable.testing.DemoLine;
import org.answerable.testing.FirstView;
import org.answerable.testing.LogMirror;
import org.answerable.testing.RunningServer;
import org.answerable.testing.SocketOwner;
import org.answerable.testing.StandInTelegram.Sent;
import org.answerable.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A vote through the real channels on two nodes with one database and one Redis: set up and agreed
 * to in the inbox, cast by text message and at a bot, each delivery five times at once on both
 * nodes, each vote changed once, the cache emptied meanwhile, and the node killed that is in the
 * middle of the close; half of the voters send something that nobody can read, and a vote when it
 * is over. With 300 voters by {@code -Dpolls.full=true}.
 */
@Apart
class PollsIT {
  private static final int VOTERS = Boolean.getBoolean("polls.full") ? 300 : 30;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Phones that no voter has. */
  private static final int PROPOSER = 9_000;

  private static final int SUPPORT = 20;
  private static final Pattern PROPOSAL = Pattern.compile("\\+ (\\w{4}-\\w{4})");

  /** Of three voters; the first vote of all is another one. */
  private static final List<String> CHOICES = List.of("3 1 2", "3,1", "1=2");

  private static final Pattern REFERENCE =
      Pattern.compile("/inbox/polls/([A-Z0-9]{4}-[A-Z0-9]{4})");
  private static final Pattern INVITATION = Pattern.compile("/invitation/([\\w-]{20,})");
  private static final Pattern RECEIPT = Pattern.compile("[0-9]{4}-[0-9]{4}");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private TwoNodes nodes;

  @Test
  void eachVoterIsCountedOnceWithTheLastVote() throws Exception {
    try (var both = new TwoNodes(folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      nodes = both;
      String proposal = proposed(threads);
      String poll = setUp(proposal);
      var voter = new BotVoter(nodes, threads, TwoNodes.FIRST_CHAT + 1); // by text last, as all
      Sent buttons = voter.votes(new BotVoter(nodes, threads, TwoNodes.FIRST_CHAT + VOTERS));
      vote(threads, 0);
      nodes.emptyRedis();
      List<String> replies = vote(threads, 1);
      assertThat(half(threads, 2, "3 1 9")).allMatch(reply -> reply.contains("9 is not on"));
      killWhoCloses(poll);
      awaitTally(poll);
      assertThat(half(threads, 3, "VOTE 3 1")).allMatch(reply -> reply.contains("is closed"));
      assertThat(voter.presses(buttons, 2).text()).startsWith("That vote is closed");
      voter.awaitAnsweredPresses();
      awaitLate(poll);

      String base = "/" + DemoLine.ORGANISATION + "/polls/" + poll;
      for (RunningServer node : nodes.all()) {
        var anybody = new Visitor(node.url("/").getPort());
        assertThat(anybody.get(base + ".receipts").body().lines())
            .as("each voter's, once, as they got it")
            .containsExactlyInAnyOrderElementsOf(replies.stream().map(PollsIT::receipt).toList());
        assertThat(anybody.get(base + ".csv").body().lines().skip(1))
            .containsExactlyInAnyOrder(
                VOTERS / 3 + ",3 1 2", VOTERS / 3 + ",3 1", VOTERS / 3 + ",1=2");
        assertThat(anybody.get(base).body())
            .contains("travel refund came first.", "Proposed by a member:", proposal)
            .contains("Not counted: %s votes that were changed later".formatted(told(VOTERS)))
            .contains("later, %s texts that could not be read.".formatted(told(VOTERS / 2)))
            .contains("After the last day came %s.".formatted(told(VOTERS / 2)));
        assertThat(FirstView.of(node.url("/"), base).bytes()).isLessThan(FirstView.BYTES_MAX);
        String blt = anybody.get(base + ".blt").body();
        assertThat(recount(blt)).contains("Elected: travel refund (3).");
        assertThat(CountedByHand.whoBeatsAllOthers(blt))
            .as("counted by hand")
            .isEqualTo("travel refund");
      }
      String url = nodes.all().getFirst().url("/" + DemoLine.ORGANISATION).toString();
      var verdict = LogMirror.verify(url, folder.resolve("seen"));
      assertThat(verdict.status()).isEqualTo(1);
      assertThat(verdict.said())
          .as("who closes a poll early, as this test has to, is seen")
          .contains("closes " + poll + " before its last day is over");
    }
  }

  /** By a text, and as many more as support it; the rule puts it on the vote. */
  private String proposed(ExecutorService threads) throws Exception {
    String reply = nodes.fiveTimes(threads, nodes.byText(PROPOSER, 0, "PROPOSE travel refund"));
    Matcher found = PROPOSAL.matcher(reply);
    assertThat(found.find()).as(reply).isTrue();
    var anybody = new Visitor(nodes.all().getLast().url("/").getPort());
    String page = "/" + DemoLine.ORGANISATION + "/log/" + found.group(1);
    awaitPage(anybody, page, "Proposal");
    for (int supporter = 1; supporter <= SUPPORT; supporter++) {
      nodes.fiveTimes(threads, nodes.byText(PROPOSER + supporter, 0, "support " + found.group(1)));
    }
    awaitPage(anybody, page, "Due on the next vote");
    assertThat(anybody.get(page).body()).contains(SUPPORT + " or more people support it.");
    return found.group(1);
  }

  /** By leaders in the inbox, none of whom let the other in. */
  private String setUp(String proposal) throws Exception {
    int port = nodes.all().getFirst().url("/").getPort();
    var first = new Visitor(port);
    first.accept(
        nodes.all().getLast().invitation(),
        "asha",
        "three words of mine"); // a start ends links of others
    Visitor second = letIn(first, port, "zawadi");
    Visitor third = letIn(first, port, "juma");
    Map<String, String> fields = fields();
    assertThat(second.submit("/inbox/polls/new", "/inbox/polls/new", fields).body())
        .contains("Say why " + proposal + " is left out");
    fields.put("place-" + proposal, "3");
    var answer = second.submit("/inbox/polls/new", "/inbox/polls/new", fields);
    Matcher found = REFERENCE.matcher(answer.headers().firstValue("Location").orElse(""));
    assertThat(found.find()).as(answer.body()).isTrue();
    String room = "/inbox/polls/" + found.group(1);
    assertThat(second.get(room).body()).contains("Somebody else who signs in has to agree");
    assertThat(first.submit(room, room + "/agree", Map.of()).body()).contains("You let in whoever");
    third.submit(room, room + "/agree", Map.of());
    awaitPage(second, room, "Open until");
    return found.group(1);
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    for (String language : List.of("en", "sw", "fr")) {
      fields.put("question-" + language, "What first?");
      fields.put("options-" + language, "water\nopen Saturday\ntravel refund\nclosed room");
    }
    LocalDate today = LocalDate.now(ZoneId.of("Africa/Nairobi"));
    fields.putAll(
        Map.of(
            "count", "order:schulze",
            "seats", "1",
            "priorities", "1",
            "opens", today.toString(),
            "closes", today.plusDays(4).toString(),
            "asked-by", "the assembly of 10 Oct",
            "wish", "hand"));
    return fields;
  }

  private static Visitor letIn(Visitor by, int port, String name) throws Exception {
    String page =
        by.submit("/inbox/people", "/inbox/people/invite", Map.of("roles", "programmes")).body();
    Matcher invited = INVITATION.matcher(page);
    assertThat(invited.find()).as(page).isTrue();
    var leader = new Visitor(port);
    leader.accept(invited.group(1), name, "other words of theirs");
    return leader;
  }

  private List<String> vote(ExecutorService threads, int round) throws Exception {
    List<Callable<String>> votes = new ArrayList<>();
    for (int voter = 0; voter < VOTERS; voter++) {
      String text = round == 0 ? "4 2" : CHOICES.get(voter % CHOICES.size());
      int number = voter;
      votes.add(
          voter % 2 == 0
              ? () -> nodes.fiveTimes(threads, nodes.byText(number, round, text))
              : () -> nodes.fiveTimes(threads, nodes.atTheBot(number, text)));
    }
    List<String> replies = new ArrayList<>();
    for (Future<String> reply : threads.invokeAll(votes)) {
      replies.add(reply.get());
    }
    assertThat(replies).allMatch(reply -> reply.contains("Your vote: "));
    return replies;
  }

  /** Of every second voter, by text. */
  private List<String> half(ExecutorService threads, int round, String text) throws Exception {
    List<Callable<String>> texts = new ArrayList<>();
    for (int voter = 0; voter < VOTERS; voter += 2) {
      int number = voter;
      texts.add(() -> nodes.fiveTimes(threads, nodes.byText(number, round, text)));
    }
    List<String> replies = new ArrayList<>();
    for (Future<String> reply : threads.invokeAll(texts)) {
      replies.add(reply.get());
    }
    return replies;
  }

  private static String told(int count) {
    return count / 10 * 10 + " or more";
  }

  /** Its last day becomes one of the week before: it is told how many came late. */
  private void awaitLate(String poll) throws Exception {
    JdbcClient.create(nodes.postgres().superuser("voices"))
        .sql("update poll.poll set closes = current_date - 9 where poll = ?")
        .param(poll)
        .update();
    for (RunningServer node : nodes.all()) {
      var anybody = new Visitor(node.url("/").getPort());
      String page = "/" + DemoLine.ORGANISATION + "/polls/" + poll;
      awaitPage(anybody, page, "After the last day came");
    }
  }

  /**
   * Its last day becomes yesterday. Whoever closes it waits for a vote that is being written, and
   * is killed there; the other node, and the one that starts again, do the rest.
   */
  private void killWhoCloses(String poll) throws Exception {
    var database = nodes.postgres().superuser("voices");
    JdbcClient owner = JdbcClient.create(database);
    RunningServer killed;
    try (Connection writing = database.getConnection()) {
      writing.setAutoCommit(false);
      try (var hold =
          writing.prepareStatement("select from poll.taking where poll = ? for key share")) {
        hold.setString(1, poll);
        hold.execute();
      }
      owner
          .sql("update poll.poll set closes = current_date - 2 where poll = ?")
          .param(poll)
          .update();
      int port = awaitCloser(owner);
      killed =
          nodes.all().stream()
              .filter(node -> SocketOwner.has(node.pid(), port))
              .findFirst()
              .orElseThrow(() -> new AssertionError("nobody holds port " + port));
      killed.kill();
      writing.rollback();
    }
    killed.start();
  }

  private static int awaitCloser(JdbcClient owner) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      List<Integer> ports =
          owner
              .sql(
                  """
                  select client_port from pg_stat_activity
                  where wait_event_type = 'Lock' and query like 'delete from poll.taking%'
                  """)
              .query(Integer.class)
              .list();
      if (!ports.isEmpty()) {
        return ports.getFirst();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("nobody closes it");
  }

  private void awaitTally(String poll) throws Exception {
    for (RunningServer node : nodes.all()) {
      var anybody = new Visitor(node.url("/").getPort());
      awaitPage(anybody, "/" + DemoLine.ORGANISATION + "/polls/" + poll, "came first");
    }
    Path key =
        folder.resolve("keys").resolve(DemoLine.ORGANISATION).resolve("poll-" + poll + ".key");
    await("its key ends").atMost(PATIENCE).until(() -> !Files.exists(key));
  }

  private static void awaitPage(Visitor visitor, String page, String words) {
    await(page).atMost(PATIENCE).until(() -> visitor.get(page).body().contains(words));
  }

  private String recount(String blt) throws IOException {
    Path file = Files.writeString(folder.resolve("votes.blt"), blt);
    var out = new ByteArrayOutputStream();
    int status =
        CountCommand.run(
            List.of("--method", "schulze", file.toString()),
            new PrintStream(out, true),
            System.err,
            new ByteArrayInputStream(new byte[0]));
    assertThat(status).isZero();
    return out.toString();
  }

  private static String receipt(String reply) {
    Matcher found = RECEIPT.matcher(reply);
    assertThat(found.find()).as(reply).isTrue();
    return found.group();
  }
}

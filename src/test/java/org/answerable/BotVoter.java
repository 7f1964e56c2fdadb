package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.StandInTelegram.Button;
import org.answerable.testing.StandInTelegram.Sent;
import org.answerable.testing.TelegramUpdates;

/**
 * Somebody at the bot of {@link TwoNodes} who votes by buttons, and changes a vote where it stands;
 * each delivery comes five times at once.
 */
final class BotVoter {
  private final TwoNodes nodes;
  private final ExecutorService threads;
  private final long chat;
  private final List<String> presses = new ArrayList<>();
  private long message = 20_000;

  BotVoter(TwoNodes nodes, ExecutorService threads, long chat) {
    this.nodes = nodes;
    this.threads = threads;
    this.chat = chat;
  }

  /**
   * An order, button by button; a vote that is edited; and somebody else's press below it.
   *
   * @return the message with the last buttons
   */
  Sent votes(BotVoter other) throws Exception {
    Sent asked = writes("VOTE");
    assertThat(asked.text()).startsWith("Vote: What first?");
    Sent first = presses(asked, 3);
    assertThat(first.text()).startsWith("Your vote: travel refund.");
    assertThat(labels(first)).contains("1 water", "3 travel refund (x)");
    Sent second = presses(first, 1);
    assertThat(second.text()).startsWith("Your vote: travel refund, then water.");
    assertThat(labels(second)).contains("1 water (2)", "2 open Saturday", "3 travel refund (1)");

    assertThat(other.presses(second, 2).text())
        .as("below another's message")
        .startsWith("That button is from an earlier question.");

    TelegramUpdates.One vote = nodes.telegram().people().text(chat, "4 2");
    assertThat(delivers(vote).text()).startsWith("Your vote: closed room, then open Saturday.");
    Sent edited = delivers(nodes.telegram().people().edit(chat, vote.message(), "2 4", 60));
    assertThat(edited.text()).startsWith("Your vote: open Saturday, then closed room.");
    Sent last = presses(edited, 1);
    assertThat(last.text())
        .as("what stands in the ballot is what was edited")
        .startsWith("Your vote: open Saturday, then closed room, then water.");
    return last;
  }

  Sent writes(String text) throws Exception {
    return delivers(nodes.telegram().people().text(chat, text));
  }

  /** What a press is answered with: the message itself becomes it, where it is a vote. */
  Sent presses(Sent below, int number) throws Exception {
    String data = below.buttons().get(number - 1).data();
    TelegramUpdates.One press = nodes.telegram().people().press(chat, ++message, data);
    presses.add(press.json().replaceAll("(?s).*\"callback_query\":\\{\"id\":\"(\\d+)\".*", "$1"));
    String body = nodes.fiveTimes(threads, nodes.update(press.json()));
    Sent sent = StandInTelegram.inAnswer(body).getFirst();
    if (sent.text().startsWith("Your vote")) {
      assertThat(body).contains("\"editMessageText\"", "\"message_id\":" + message);
    }
    return sent;
  }

  private Sent delivers(TelegramUpdates.One one) throws Exception {
    String body = nodes.fiveTimes(threads, nodes.update(one.json()));
    return StandInTelegram.inAnswer(body).getFirst();
  }

  private static List<String> labels(Sent sent) {
    return sent.buttons().stream().map(Button::label).toList();
  }

  /** No button of theirs still shows that it waits. */
  void awaitAnsweredPresses() throws InterruptedException {
    long deadline = System.nanoTime() + TwoNodes.PATIENCE.toNanos();
    while (!answered().containsAll(presses)) {
      assertThat(System.nanoTime()).as("%s of %s", answered(), presses).isLessThan(deadline);
      Thread.sleep(50);
    }
  }

  private List<String> answered() {
    return nodes.telegram().made("answerCallbackQuery").stream()
        .map(call -> call.json().get("callback_query_id").asString())
        .toList();
  }
}

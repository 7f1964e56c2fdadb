package org.answerable.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.answerable.channel.IncomingMessage;
import org.jspecify.annotations.Nullable;

/**
 * What waits, of one organisation, for whoever runs it: numbers and reasons, no words and no
 * people. What focal points send is not among it, for nobody else is to know that there is any.
 */
public interface Queues {
  Queue queue(String organisation, Instant now);

  /** Answers set aside, by reason. */
  List<Aside> answers(String organisation);

  /** Texts that no try could take, by channel and reason; of days before one. */
  List<Aside> texts(String organisation, LocalDate before);

  /** Has all answers that were set aside for a reason sent again; what is uncertain is never. */
  void retry(String organisation, String reason);

  /** Texts of days before one that were set aside for a reason and can be tried again. */
  List<AsideText> texts(
      String organisation, String channel, String reason, LocalDate before, int limit);

  /** One of them is taken. */
  void taken(AsideText text);

  /** Forgets texts set aside before a day. */
  void dropTexts(LocalDate before);

  /**
   * The outbox.
   *
   * @param later leaves later: its moment has not come, or its person sleeps
   * @param due could leave now
   * @param oldest since when; null: nothing could
   */
  record Queue(int later, int due, @Nullable Instant oldest) {}

  /**
   * What was set aside.
   *
   * @param channel empty: of whichever
   * @param since the day of the first
   * @param again whether some of it can be tried again
   */
  record Aside(String channel, String reason, int count, LocalDate since, boolean again) {}

  /**
   * A text that no try could take.
   *
   * @param id a hash of the provider's name for it
   */
  record AsideText(byte[] id, IncomingMessage message) {
    @Override
    public String toString() {
      return "AsideText[redacted]";
    }
  }
}

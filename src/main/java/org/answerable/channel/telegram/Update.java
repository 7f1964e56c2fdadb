package org.answerable.channel.telegram;

import org.answerable.channel.Manner;
import org.jspecify.annotations.Nullable;

/**
 * What a bot is told, as far as it is anybody's business here: nobody's name, no picture, and of
 * groups nothing.
 *
 * @see <a href="https://core.telegram.org/bots/api#update">Telegram: Update</a>
 */
sealed interface Update {
  /** Telegram's number of it, which is used to ask for the next ones and kept nowhere. */
  int id();

  /**
   * A person did something in their own chat with the bot.
   *
   * @param chat where they are answered
   * @param message its number, or that of the message it is about; 0: there is none
   * @param name of what they did, unique within the chat and stable over repeats
   * @param press the button, if they pressed one
   */
  record Said(
      int id,
      long chat,
      int message,
      String name,
      String text,
      Manner manner,
      @Nullable Press press)
      implements Update {
    @Override
    public String toString() {
      return "Said[redacted]";
    }
  }

  /**
   * A button that was pressed.
   *
   * @param callback the press's own id, which Telegram wants answered
   * @param message under which it stood
   */
  record Press(String callback, int message) {
    @Override
    public String toString() {
      return "Press[redacted]";
    }
  }

  /** Somebody made the bot a member of a group or channel, where all that is said is heard. */
  record Elsewhere(int id, long chat) implements Update {
    @Override
    public String toString() {
      return "Elsewhere[redacted]";
    }
  }

  /** Nothing that anybody waits for an answer to. */
  record Nothing(int id) implements Update {}

  /** Not as Telegram writes it. */
  record Unreadable(int id) implements Update {}
}

package org.answerable.constituent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vault's rows, sealed as they lie there. */
public interface Constituents {
  Optional<Row> byLookup(String organisation, int epoch, byte[] lookup);

  Optional<Row> byId(String organisation, UUID who);

  /** Those whose ids come after one, in order. */
  List<Row> after(String organisation, UUID who, int limit);

  /** The person that a feedback's route names, sealed. */
  Optional<byte[]> route(String organisation, UUID feedback);

  /** Nothing is sent to this person until START. */
  void stop(String organisation, UUID who);

  /** Their row, their key and their session are gone. */
  void forget(String organisation, UUID who);

  /** What this person writes is set aside until the end of a day; the later day counts. */
  void mute(String organisation, UUID who, LocalDate until);

  /** Keeps an answer; the same one once. */
  void keep(Kept answer);

  /** What is kept under a tag, the oldest first. */
  List<Kept> kept(String organisation, byte[] tag);

  /** Drops answers and questions from before a day. */
  void dropKept(String organisation, LocalDate before);

  /** Notes what a person is asked; it takes the place of what they were asked before. */
  void ask(Asked question);

  /** What the person of a tag is asked, sealed. */
  Optional<byte[]> asked(String organisation, byte[] tag);

  /**
   * Whether an answer helped, sealed under the person's key.
   *
   * @param sealed null: nothing is asked any more
   */
  record Asked(String organisation, byte[] tag, LocalDate day, byte @Nullable [] sealed) {

    @Override
    public String toString() {
      return "Asked[redacted]";
    }
  }

  /** An answer that waits for READ, sealed under the person's key. */
  record Kept(String organisation, byte[] tag, UUID answer, LocalDate day, byte[] sealed) {}

  /** One person. */
  record Row(
      UUID who,
      int epoch,
      byte[] dataKey,
      byte[] address,
      byte[] settings,
      boolean stopped,
      @Nullable LocalDate muted,
      LocalDate seen) {

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }
}

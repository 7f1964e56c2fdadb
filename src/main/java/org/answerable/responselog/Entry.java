package org.answerable.responselog;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.answerable.organisation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the public log holds. An entry says only what may stay for ever; texts stand beside it, and
 * in it their salted hash. Hashes and salts are 32 bytes.
 */
public sealed interface Entry {
  LocalDate day();

  /** Something was taken in: the same shape for all. */
  record Committed(LocalDate day, byte[] commitment) implements Entry {
    /** The same, of another day. */
    public Committed withDay(LocalDate other) {
      return new Committed(other, commitment);
    }
  }

  /**
   * Which feedback a commitment was for, at its release.
   *
   * @param salt the outer salt of the commitment
   * @param textHash {@code SHA-256(tag ‖ inner salt ‖ text)}
   * @param due null: praise
   */
  record Opened(
      LocalDate day,
      byte[] commitment,
      byte[] salt,
      byte[] textHash,
      String reference,
      LocalDate asked,
      Kind kind,
      String topic,
      String role,
      @Nullable LocalDate due)
      implements Entry {}

  /** A commitment was for a text that its sender added. */
  record AdditionOpened(LocalDate day, byte[] commitment, byte[] salt, byte[] textHash, String adds)
      implements Entry {}

  /** Kind, topic, role or deadline became other ones, or somebody read it. */
  record StatusChanged(
      LocalDate day,
      String reference,
      String status,
      Kind kind,
      String topic,
      String withRole,
      @Nullable LocalDate due)
      implements Entry {}

  /**
   * The organisation answered.
   *
   * @param response hash of the published text
   * @param commitment what it promises, if it does
   * @param referral who has to answer from now on, if it is a body outside
   */
  record ResponsePublished(
      LocalDate day,
      String reference,
      String role,
      String decision,
      byte[] response,
      @Nullable Commitment commitment,
      @Nullable Referral referral)
      implements Entry {
    /** Without a referral. */
    public ResponsePublished(
        LocalDate day,
        String reference,
        String role,
        String decision,
        byte[] response,
        @Nullable Commitment commitment) {
      this(day, reference, role, decision, response, commitment, null);
    }
  }

  /**
   * @param body hash of the published name of the body outside
   */
  record Referral(LocalDate due, byte[] body) {}

  /**
   * What was promised is done.
   *
   * @param what the hash under which it was promised
   * @param words hash of the published words that say what was done
   */
  record CommitmentKept(LocalDate day, String reference, byte[] what, byte[] words)
      implements Entry {}

  /** The day of a promise passed; it may still be kept. */
  record CommitmentMissed(LocalDate day, String reference, byte[] what, LocalDate due)
      implements Entry {}

  /**
   * The body outside has answered.
   *
   * @param words hash of the published words that say what
   */
  record ReferralAnswered(LocalDate day, String reference, byte[] body, byte[] words)
      implements Entry {}

  /** The day of the body outside passed; it may still answer. */
  record ReferralUnanswered(LocalDate day, String reference, byte[] body, LocalDate due)
      implements Entry {}

  /**
   * @param what hash of the published text
   */
  record Commitment(String ownerRole, LocalDate due, byte[] what) {}

  /** The words may be read, with consent and after redaction. */
  record WordsPublished(LocalDate day, String reference, byte[] words) implements Entry {}

  /**
   * The organisation says something of itself.
   *
   * @param about governance, funding, or days on which the office is closed
   * @param role that says it
   * @param text hash of the published text
   * @param from the first of days on which the office is closed; null: it is about none
   * @param until the last of them
   * @param amends hash of an earlier statement, which stays to be read; null: it amends none
   */
  record Statement(
      LocalDate day,
      String about,
      String role,
      byte[] text,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      byte @Nullable [] amends)
      implements Entry {
    /** One that amends none. */
    public Statement(
        LocalDate day,
        String about,
        String role,
        byte[] text,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
      this(day, about, role, text, from, until, null);
    }
  }

  /**
   * Another text stands in the place of a published response. Both stay to be read.
   *
   * @param of hash of the text of before
   * @param to hash of the text that counts from now on
   */
  record Correction(LocalDate day, String reference, byte[] of, byte[] to, CorrectionReason reason)
      implements Entry {}

  /**
   * A published text was removed: words, a response, or a promise.
   *
   * @param of its hash, which is all that is left
   */
  record Redaction(LocalDate day, String reference, byte[] of, RedactionReason reason)
      implements Entry {}

  /**
   * Others say that what a feedback tells happened to them too, or support a proposal.
   *
   * @param count of them so far, in whole steps as {@link Suppressed#steps}; it only grows
   * @param wanted as many put it on the next vote; null: it is no proposal
   */
  record Echoed(LocalDate day, String reference, int count, @Nullable Integer wanted)
      implements Entry {
    /** Of what is no proposal. */
    public Echoed(LocalDate day, String reference, int count) {
      this(day, reference, count, null);
    }

    /** Whether a proposal is due on the next vote with it. */
    public boolean isEnough() {
      return wanted != null && count >= wanted;
    }
  }

  /**
   * What of a quarter stands in the log as numbers alone, on the first day of the next one; in
   * whole steps as {@link Suppressed#steps}.
   *
   * @param quarter its first day
   * @param received what accuses or endangers somebody, and what is for a focal point alone
   * @param answered of them, until the quarter's end
   * @param late of them: not answered by their day
   * @param setAside what was no feedback
   */
  record InConfidence(
      LocalDate day, LocalDate quarter, int received, int answered, int late, int setAside)
      implements Entry {}

  /** Its sender took it back: its words are deleted, and no answer comes any more. */
  record Withdrawal(LocalDate day, String reference) implements Entry {}

  /** The day passed without an answer; who has it from now on. */
  record Overdue(LocalDate day, String reference, LocalDate due, String from, String to)
      implements Entry {}

  /** Something about how the log is kept. */
  sealed interface ConfigurationChanged extends Entry {}

  /**
   * From here on another key signs the log: it could not go on under the one before.
   *
   * @param key its vkey
   * @param size how many entries the log had when that happened
   */
  record LogKeyChanged(LocalDate day, String key, long size) implements ConfigurationChanged {}

  /**
   * Who signs statements of what is not opened.
   *
   * @param key its vkey
   */
  record StatementKeyAnnounced(LocalDate day, String key) implements ConfigurationChanged {}

  /**
   * Whose key opens what is said in confidence from then on, so that nobody puts one in unseen.
   *
   * @param role whom it is for: a focal point in the office, or outside
   * @param key its name, which derives from it
   */
  record FocalKeyAnnounced(LocalDate day, String role, String key)
      implements ConfigurationChanged {}

  /**
   * The focal point outside says what the commitments are that were not opened.
   *
   * @param statement a signed note, whose text is a {@link Statement}
   */
  record Accounted(LocalDate day, String statement) implements Entry {}

  /**
   * What a month's covers are drawn from, before any of them is in the log.
   *
   * @param seed the seed's hash
   * @param pad how many a slot has, on the average
   */
  record CoversAnnounced(LocalDate day, YearMonth month, byte[] seed, int pad)
      implements ConfigurationChanged {}

  /**
   * Who is asked to sign the checkpoints from here on.
   *
   * @param keys their vkeys; none: nobody
   */
  record WitnessesAnnounced(LocalDate day, List<String> keys) implements ConfigurationChanged {
    public WitnessesAnnounced {
      keys = List.copyOf(keys);
    }
  }

  /**
   * By what the organisation treats what people write from here on.
   *
   * @param hash of the declaration
   * @param declared what is declared, as canonical JSON; null: its hash alone is public
   */
  record DeclarationChanged(
      LocalDate day, Declaration.What what, byte[] hash, @Nullable String declared)
      implements ConfigurationChanged {}

  /**
   * Something about a poll.
   *
   * @param reference the poll's name in public
   */
  record OfPoll(LocalDate day, String reference, PollNews news) implements Entry {}
}

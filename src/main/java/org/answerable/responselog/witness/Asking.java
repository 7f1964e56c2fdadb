package org.answerable.responselog.witness;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.answerable.organisation.Witness;
import org.answerable.responselog.Cosignatures;
import org.answerable.responselog.Tree;
import org.answerable.responselog.witness.Post.Reply;
import org.answerable.tlog.AddCheckpoint;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.ConsistencyProof;
import org.answerable.tlog.Cosignature;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.NoteSignature;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.VerifierKey;
import org.answerable.tlog.WitnessAnswer;

/**
 * One witness is asked for one checkpoint, and what it signs is kept. Killed anywhere, it is asked
 * again, and says then what it has seen.
 *
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness, "add-checkpoint"</a>
 */
final class Asking {
  /** The second time with the size that it names; the third if another node asked meanwhile. */
  private static final int TRIES = 3;

  /** A clock that is so far ahead is wrong. */
  private static final Duration AHEAD_MAX = Duration.ofDays(1);

  private final Tree tree;
  private final Cosignatures cosignatures;
  private final Post post;
  private final InstantSource clock;

  Asking(Tree tree, Cosignatures cosignatures, Post post, InstantSource clock) {
    this.tree = tree;
    this.cosignatures = cosignatures;
    this.post = post;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param after when the witness wants to be asked again
   */
  record Outcome(Standing standing, Optional<Duration> after) {
    Outcome(Standing standing) {
      this(standing, Optional.empty());
    }
  }

  /**
   * Asks.
   *
   * @param note a checkpoint of the organisation's log, signed by it
   */
  Outcome ask(String organisation, SignedNote note, Witness witness) throws InterruptedException {
    try {
      return ask(organisation, note, Checkpoint.of(note), witness);
    } catch (IOException e) {
      return new Outcome(Standing.AWAY);
    } catch (MalformedException e) {
      return new Outcome(Standing.ANSWERS_WRONG);
    }
  }

  private Outcome ask(String organisation, SignedNote note, Checkpoint now, Witness witness)
      throws IOException, InterruptedException, MalformedException {
    URI url = URI.create(witness.url() + AddCheckpoint.PATH);
    long known = Math.min(cosignatures.size(organisation, witness.key()), now.size());
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<ConsistencyProof> proof = tree.growth(organisation, known, now);
      if (proof.isEmpty()) {
        return new Outcome(Standing.AWAY);
      }
      Reply reply = post.send(url, AddCheckpoint.of(proof.get(), note).bytes());
      WitnessAnswer answer = WitnessAnswer.of(reply.status(), reply.type(), reply.body());
      if (!(answer instanceof WitnessAnswer.OtherSize other)) {
        return outcome(organisation, note, now, witness.key(), answer, reply.after());
      }
      if (other.size() > now.size()) {
        return new Outcome(largerThanOurs(organisation, other.size()));
      }
      known = other.size();
    }
    return new Outcome(Standing.AWAY);
  }

  /** Another node may have signed more meanwhile, and asked. */
  private Standing largerThanOurs(String organisation, long size) throws MalformedException {
    Optional<byte[]> latest = tree.checkpoint(organisation);
    boolean grown =
        latest.isPresent() && Checkpoint.of(SignedNote.parse(latest.get())).size() >= size;
    return grown ? Standing.AWAY : Standing.SAW_MORE;
  }

  private Outcome outcome(
      String organisation,
      SignedNote note,
      Checkpoint now,
      VerifierKey key,
      WitnessAnswer answer,
      Optional<Duration> after)
      throws MalformedException {
    return switch (answer) {
      case WitnessAnswer.Cosigned cosigned -> {
        Optional<NoteSignature> line = believed(note, key, cosigned);
        line.ifPresent(one -> cosignatures.keep(organisation, key, now.size(), one));
        yield new Outcome(line.isPresent() ? Standing.SEEN : Standing.ANSWERS_WRONG);
      }
      case WitnessAnswer.OtherHead other -> new Outcome(Standing.SAW_ANOTHER);
      case WitnessAnswer.OtherSize other -> throw new IllegalStateException("asked again");
      case WitnessAnswer.Unavailable away -> new Outcome(Standing.AWAY, after);
      case WitnessAnswer.Refused refused ->
          new Outcome(
              switch (refused) {
                case BAD_REQUEST -> Standing.ANSWERS_WRONG;
                case UNKNOWN_KEY, UNKNOWN_LOG -> Standing.KNOWS_IT_NOT;
                case WRONG_PROOF -> Standing.SAW_ANOTHER;
              });
    };
  }

  /** "The client MUST ignore any cosignatures from unknown keys." */
  private Optional<NoteSignature> believed(
      SignedNote note, VerifierKey key, WitnessAnswer.Cosigned cosigned) throws MalformedException {
    Instant latest = clock.instant().plus(AHEAD_MAX);
    for (NoteSignature line : cosigned.signatures()) {
      if (key.verifies(note.text(), line) && !Cosignature.of(line).time().isAfter(latest)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }
}

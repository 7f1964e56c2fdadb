package org.answerable.responselog;

import java.util.Optional;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.ConsistencyProof;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.Hash;
import org.answerable.tlog.Tile;
import org.answerable.tlog.TlogProof;

/**
 * An organisation's log as a tree of hashes, in the forms that anybody's checkers read. Nothing of
 * it is shown that lies behind the latest checkpoint; what it shows once never changes, but for the
 * checkpoint itself.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>
 */
public interface Tree {
  /**
   * The latest checkpoint, a signed note with what witnesses have signed of it; empty before the
   * first slot that had something to say.
   */
  Optional<byte[]> checkpoint(String organisation);

  /** What a tile holds; empty: the tree has no such tile, or not so wide a one. */
  Optional<byte[]> tile(String organisation, Tile tile);

  /** The entries whose hashes a tile of level 0 holds, as they are served; empty as there. */
  Optional<byte[]> bundle(String organisation, EntryBundle bundle);

  /** The bytes of an entry; empty: there is none of that index. */
  Optional<byte[]> entry(String organisation, long index);

  /**
   * Shows that an entry stands in the tree of the latest checkpoint.
   *
   * @param index of the entry, from 0; empty: there is none of that index
   */
  Optional<TlogProof> proof(String organisation, long index);

  /**
   * Shows that a tree of ours begins with all of an earlier one.
   *
   * @param from how many entries the earlier one has, at most as many as the other
   * @param to of a tree that was signed; empty: its rows are not what was signed
   */
  Optional<ConsistencyProof> growth(String organisation, long from, Checkpoint to);

  /** A text that stands beside the log; empty: there is none with that salted hash. */
  Optional<Content> content(String organisation, byte[] hash);

  /** The head of the tree of a checkpoint; empty: none of that size was signed. */
  Optional<Hash> head(String organisation, long size);

  /** Whether a text of that salted hash stood beside the log, and was erased. */
  boolean isErased(String organisation, byte[] hash);

  /** The vkey that its checkpoints are believed by; before the first one, the one that will be. */
  String key(String organisation);
}

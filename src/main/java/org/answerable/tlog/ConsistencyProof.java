package org.answerable.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a tree begins with all of an earlier one, to whoever knows both heads.
 *
 * @param from how many entries the earlier tree has
 * @param to how many the later one has
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1.2">RFC 6962 §2.1.2</a>
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {
  public ConsistencyProof {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException(
          "no tree of " + to + " entries grew out of one of " + from);
    }
    path = List.copyOf(path);
  }

  /**
   * {@code PROOF(m, D[n]) = SUBPROOF(m, D[n], true)}: RFC 6962 §2.1.2. {@code SUBPROOF(m, D[n], b)
   * = SUBPROOF(m, D[0:k], b) : MTH(D[k:n])} for m <= k, {@code SUBPROOF(m - k, D[k:n], false) :
   * MTH(D[0:k])} otherwise; at m = n it is nothing if b, else {@code MTH(D[m])}. Here from the root
   * downwards. Out of the empty tree every tree grows, without a proof.
   *
   * @param from m
   * @param to n
   */
  public static ConsistencyProof prove(long from, long to, HashReader hashes) {
    List<Hash> downwards = new ArrayList<>();
    if (from > 0) {
      prove(from, to, hashes, downwards);
    }
    return new ConsistencyProof(from, to, downwards.reversed());
  }

  private static void prove(long m, long n, HashReader hashes, List<Hash> downwards) {
    long from = 0;
    long to = n;
    while (m < to) {
      long middle = from + MerkleTree.split(to - from);
      if (m <= middle) {
        downwards.add(MerkleTree.subtree(middle, to, hashes));
        to = middle;
      } else {
        downwards.add(MerkleTree.subtree(from, middle, hashes));
        from = middle;
      }
    }
    if (from > 0) {
      downwards.add(MerkleTree.subtree(from, to, hashes));
    }
  }

  /**
   * Whether the later head's tree begins with all of the earlier one's.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4.2">RFC 9162 §2.1.4.2, for 0
   *     < from < to</a>
   * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness, "add-checkpoint": empty for
   *     from = 0 and from = to</a>
   */
  public boolean verifies(Hash fromHead, Hash toHead) {
    if (from == to) {
      return path.isEmpty() && fromHead.equals(toHead);
    }
    if (from == 0) {
      return path.isEmpty() && fromHead.equals(Hash.EMPTY);
    }
    return !path.isEmpty() && climbs(withFirst(fromHead), fromHead, toHead);
  }

  /** Step 2: a tree of 2^i entries is itself the subtree that the path begins with. */
  private List<Hash> withFirst(Hash fromHead) {
    if (Long.bitCount(from) != 1) {
      return path;
    }
    List<Hash> all = new ArrayList<>(path.size() + 1);
    all.add(fromHead);
    all.addAll(path);
    return all;
  }

  /** Steps 3 to 7, with the RFC's names. */
  private boolean climbs(List<Hash> all, Hash fromHead, Hash toHead) {
    int whole = Long.numberOfTrailingZeros(from);
    long fn = (from - 1) >> whole;
    long sn = (to - 1) >> whole;
    Hash fr = all.getFirst();
    Hash sr = fr;
    for (Hash c : all.subList(1, all.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = Hash.node(c, fr);
        sr = Hash.node(c, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = Hash.node(sr, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && fr.equals(fromHead) && sr.equals(toHead);
  }
}

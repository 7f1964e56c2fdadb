package org.answerable.tlog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * RFC 6962 §2.1 read literally, with lists that are split and joined, and Java's own SHA-256: slow,
 * and written without a look at what it judges. What was computed once is remembered.
 */
final class NaiveTree {
  /** Trees up to this size are tried exhaustively. */
  static final int SIZES = Integer.getInteger("trees", 300);

  private final List<byte[]> entries;
  private final Map<List<Integer>, Hash> known = new HashMap<>();

  NaiveTree(List<byte[]> entries) {
    this.entries = entries;
  }

  /** So many entries, each another one. */
  static NaiveTree ofSize(int size) {
    return new NaiveTree(IntStream.range(0, size).mapToObj(NaiveTree::entry).toList());
  }

  static byte[] entry(long number) {
    return ("entry " + number).getBytes(StandardCharsets.UTF_8);
  }

  /** MTH(D[0:n]). */
  Hash head(int n) {
    return mth(0, n);
  }

  /** MTH(D[from:to]). */
  Hash mth(int from, int to) {
    Hash there = known.get(List.of(from, to));
    if (there != null) {
      return there;
    }
    Hash hash = compute(from, to);
    known.put(List.of(from, to), hash);
    return hash;
  }

  private Hash compute(int from, int to) {
    if (to == from) {
      return sha256();
    }
    if (to - from == 1) {
      return sha256(new byte[] {0}, entries.get(from));
    }
    int middle = from + k(to - from);
    return sha256(new byte[] {1}, mth(from, middle).bytes(), mth(middle, to).bytes());
  }

  /** PATH(m, D[n]). */
  List<Hash> path(int m, int n) {
    return path(m, 0, n);
  }

  private List<Hash> path(int m, int from, int to) {
    if (to - from == 1) {
      return List.of();
    }
    int k = k(to - from);
    return m < k
        ? join(path(m, from, from + k), mth(from + k, to))
        : join(path(m - k, from + k, to), mth(from, from + k));
  }

  /** PROOF(m, D[n]). */
  List<Hash> proof(int m, int n) {
    return subproof(m, 0, n, true);
  }

  private List<Hash> subproof(int m, int from, int to, boolean b) {
    int n = to - from;
    if (m == n) {
      return b ? List.of() : List.of(mth(from, to));
    }
    int k = k(n);
    return m <= k
        ? join(subproof(m, from, from + k, b), mth(from + k, to))
        : join(subproof(m - k, from + k, to, false), mth(from, from + k));
  }

  /** The largest power of two smaller than n. */
  private static int k(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Hash> join(List<Hash> list, Hash last) {
    List<Hash> joined = new ArrayList<>(list);
    joined.add(last);
    return joined;
  }

  static Hash sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return Hash.of(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

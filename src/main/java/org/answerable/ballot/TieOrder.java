package org.answerable.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One order of all candidates or projects for the whole poll. Whoever is earlier in it is favoured
 * wherever the votes are equal: ranked higher, the surplus first, excluded last.
 *
 * @param source where the order comes from, so that a reader can check it
 * @param order every number once
 */
public record TieOrder(Source source, List<Integer> order) implements Comparator<Integer> {
  /** Where an order comes from. */
  public enum Source {
    /** As the candidates stand in the file. */
    LISTED,
    /** The file says it. */
    GIVEN,
    /** From a seed that nobody knew while they voted. */
    SEEDED
  }

  public TieOrder {
    order = List.copyOf(order);
    if (!order.stream().sorted().toList().equals(numbers(order.size()))) {
      throw new IllegalArgumentException("a tie order names each number from 1 exactly once");
    }
  }

  /** As the candidates stand in the file. */
  public static TieOrder listed(int size) {
    return new TieOrder(Source.LISTED, numbers(size));
  }

  /** As the file says. */
  public static TieOrder given(List<Integer> order) {
    return new TieOrder(Source.GIVEN, order);
  }

  /**
   * By the ascending SHA-256 of {@code seed|name} in UTF-8. Equal names keep the file's order.
   *
   * @param names a name for each number from 1: the number itself for a candidate, a project's id
   */
  public static TieOrder seeded(String seed, List<String> names) {
    List<byte[]> hashes = names.stream().map(name -> sha256(seed + "|" + name)).toList();
    List<Integer> order = new ArrayList<>(numbers(names.size()));
    order.sort((a, b) -> Arrays.compareUnsigned(hashes.get(a - 1), hashes.get(b - 1)));
    return new TieOrder(Source.SEEDED, order);
  }

  /** Below zero if the first is favoured. Looks through the order; {@link #places} is for loops. */
  @Override
  public int compare(Integer first, Integer second) {
    return Integer.compare(order.indexOf(first), order.indexOf(second));
  }

  /** At each number its place in the order, from 0. */
  int[] places() {
    int[] places = new int[order.size() + 1];
    for (int place = 0; place < order.size(); place++) {
      places[order.get(place)] = place;
    }
    return places;
  }

  /** The tied, the favoured first. */
  List<Integer> sorted(Collection<Integer> tied) {
    return order.stream().filter(tied::contains).toList();
  }

  private static List<Integer> numbers(int size) {
    return IntStream.rangeClosed(1, size).boxed().toList();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}

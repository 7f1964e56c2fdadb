package org.answerable.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/**
 * The papers that a candidate holds, by the value that they have come to. Values are whole numbers
 * of fifth decimals of a vote.
 */
final class Pile {
  /** Decimal places of a paper's value: SSI 2007/42, rule 48(3). */
  static final int DECIMALS = 5;

  /** The value of a ballot that was never transferred. */
  static final long WHOLE_VOTE = 100_000;

  private final TreeMap<Long, Parcel> parcels = new TreeMap<>();

  /** Papers of one value. */
  private static final class Parcel {
    private final List<Ballot> ballots = new ArrayList<>();
    private long weight;
  }

  /** Whoever gets papers. */
  @FunctionalInterface
  interface Receiver {
    void take(Ballot ballot, long value);
  }

  void add(Ballot ballot, long value) {
    Parcel parcel = parcels.computeIfAbsent(value, fresh -> new Parcel());
    parcel.ballots.add(ballot);
    parcel.weight += ballot.weight();
  }

  /** In fifth decimals of a vote. */
  BigInteger total() {
    return totalAt(value -> value);
  }

  /** What it would be if each value were another. */
  BigInteger totalAt(LongUnaryOperator newValue) {
    BigInteger total = BigInteger.ZERO;
    for (var parcel : parcels.entrySet()) {
      BigInteger papers = BigInteger.valueOf(parcel.getValue().weight);
      BigInteger value = BigInteger.valueOf(newValue.applyAsLong(parcel.getKey()));
      total = total.add(papers.multiply(value));
    }
    return total;
  }

  /** Gives every paper to a receiver, at the value that follows from its value here. */
  void handOn(LongUnaryOperator newValue, Receiver receiver) {
    parcels.forEach(
        (value, parcel) -> {
          long handedOn = newValue.applyAsLong(value);
          parcel.ballots.forEach(ballot -> receiver.take(ballot, handedOn));
        });
  }
}

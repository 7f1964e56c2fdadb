package org.answerable.ballot;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the share can be raised until something that was compared would compare otherwise.
 * Amounts are linear in the raise, so each comparison says up to where it holds; as far as all
 * hold, a run would buy the same projects, and need not be made.
 */
final class Horizon {
  private @Nullable BigInteger end;

  /** The first raise, above zero, that may change something; empty if none does. */
  Optional<BigInteger> end() {
    return Optional.ofNullable(end);
  }

  /** Whether the very next raise may change something, so that there is no more to learn. */
  boolean isNear() {
    return BigInteger.ONE.equals(end);
  }

  /** Compares as they are now, and notes up to which raise the answer is the same. */
  int compare(Money first, Money second) {
    int sign = first.now().compareTo(second.now());
    if (!isNear()) {
      int drift = first.slope().compareTo(second.slope());
      if (sign == 0 && drift != 0) {
        end = BigInteger.ONE;
      } else if (sign * drift < 0) {
        note(first.minus(second));
      }
    }
    return sign;
  }

  /** The difference shrinks: it keeps its sign while raise is less than |now| / |slope|. */
  private void note(Money difference) {
    BigInteger[] parts = difference.now().abs().divideAndRemainder(difference.slope().abs());
    BigInteger ceiling = parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    end = end == null ? ceiling : end.min(ceiling);
  }
}

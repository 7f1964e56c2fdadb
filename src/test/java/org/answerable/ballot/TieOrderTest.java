package org.answerable.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TieOrderTest {
  /**
   * {@code printf 'baraza|3' | sha256sum} begins with 2b5ccc7c, that of 1 with c40732fd, of 10 with
   * e6f86103, of 2 with f71fa74a.
   */
  @Test
  void aSeedOrdersByTheHexadecimalHashOfSeedAndNumber() {
    TieOrder order = TieOrder.seeded("baraza", List.of("1", "2", "3", "10"));
    assertThat(order.source()).isEqualTo(TieOrder.Source.SEEDED);
    assertThat(order.order()).containsExactly(3, 1, 4, 2);
  }

  @Test
  void theOrderNamesEachNumberOnce() {
    assertThatThrownBy(() -> TieOrder.given(List.of(1, 3))).hasMessageContaining("exactly once");
    assertThatThrownBy(() -> TieOrder.given(List.of(1, 1))).hasMessageContaining("exactly once");
    assertThat(TieOrder.listed(3).order()).containsExactly(1, 2, 3);
  }

  @Test
  void theEarlierIsFavoured() {
    TieOrder order = TieOrder.given(List.of(3, 1, 2));
    assertThat(order.compare(3, 2)).isNegative();
    assertThat(order.compare(2, 1)).isPositive();
    assertThat(order.compare(1, 1)).isZero();
    assertThat(order.sorted(List.of(1, 2, 3))).containsExactly(3, 1, 2);
  }
}

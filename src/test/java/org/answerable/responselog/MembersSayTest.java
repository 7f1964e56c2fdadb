package org.answerable.responselog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two figures of the same n, or none. */
class MembersSayTest {
  @Test
  void aFewTellNothing() {
    assertThat(new MembersSay(9, 9, 9, 0, 40).isShown()).isFalse();
    assertThat(new MembersSay(10, 9, 9, 0, 40).isShown()).isTrue();
  }

  @Test
  void aFewWhoAreNotSatisfiedAreNotTakenApart() {
    assertThat(new MembersSay(30, 20, 20, 1, 40).isSplitShown()).as("9 not solved").isFalse();
    assertThat(new MembersSay(30, 20, 10, 10, 40).isSplitShown()).isTrue();
    assertThat(new MembersSay(30, 20, 20, 10, 40).isSplitShown()).as("nobody").isTrue();
  }

  @Test
  void aFigureNeverFlatters() {
    assertThat(new MembersSay(88, 71, 49, 21, 141).percent(71)).isEqualTo(80);
    assertThat(new MembersSay(88, 71, 49, 21, 141).notSolved()).isEqualTo(18);
    assertThat(new MembersSay(0, 0, 0, 0, 0).percent(0)).isZero();
  }
}

package org.answerable.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides by which exit a node is left. */
public sealed interface Router {
  /** Always the same way. */
  record Onward(Exit exit) implements Router {}

  /**
   * By what was chosen. A text that is none of the choices moves nothing, until it is one too many.
   *
   * @param result the name under which the choice's value is noted
   * @param exits by the choice's value, where it does not go the common way
   * @param onward the common way; also if there is nothing to choose from
   * @param shorter the question after {@link FlowLimits#MISSES_BEFORE_SHORTER} texts that are none
   * @param wayOut where it goes on after {@link FlowLimits#MISSES_BEFORE_WAY_OUT} of them; null:
   *     the question stays open
   */
  record Choose(
      Offer offer,
      String result,
      Map<String, Exit> exits,
      Exit onward,
      @Nullable Translated shorter,
      @Nullable Exit wayOut)
      implements Router {
    public Choose {
      exits = Map.copyOf(exits);
    }
  }

  /**
   * By tests on a value, the first that holds; RapidPro's switch.
   *
   * @param result the name under which value and category are noted; null: nowhere
   * @param other where no test holds
   */
  record Switch(Template operand, List<Case> cases, Category other, @Nullable String result)
      implements Router {
    public Switch {
      cases = List.copyOf(cases);
    }
  }

  /** Where the choices come from. */
  sealed interface Offer {
    /** They stand in the flow. */
    record Written(Choices choices) implements Offer {}

    /** The context gives them, under this name. */
    record Given(String list) implements Offer {}
  }
}

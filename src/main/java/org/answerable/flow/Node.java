package org.answerable.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A step of a flow: what it does, what it waits for, and which way it is left. */
public record Node(String id, List<Action> actions, Wait waitsFor, Router router) {
  public Node {
    actions = List.copyOf(actions);
    if (actions.size() > FlowLimits.ACTIONS) {
      throw new IllegalArgumentException("node " + id + " has " + actions.size() + " actions");
    }
    if (router instanceof Router.Choose && waitsFor == Wait.NOTHING) {
      throw new IllegalArgumentException("node " + id + " offers choices and waits for none");
    }
  }

  /** Every text that it may say, the shorter question too. */
  List<Translated> texts() {
    List<Translated> texts = new ArrayList<>();
    for (Action action : actions) {
      if (action instanceof Action.Say(Translated text)) {
        texts.add(text);
      }
    }
    if (router instanceof Router.Choose choose && choose.shorter() != null) {
      texts.add(choose.shorter());
    }
    return texts;
  }

  /** Every exit that its router has. */
  public List<Exit> exits() {
    return switch (router) {
      case Router.Onward(Exit exit) -> List.of(exit);
      case Router.Choose choose ->
          Stream.of(
                  choose.exits().values().stream(),
                  Stream.of(choose.onward()),
                  Stream.ofNullable(choose.wayOut()))
              .flatMap(exits -> exits)
              .distinct()
              .toList();
      case Router.Switch route ->
          Stream.concat(route.cases().stream().map(Case::category), Stream.of(route.other()))
              .map(Category::exit)
              .distinct()
              .toList();
    };
  }
}

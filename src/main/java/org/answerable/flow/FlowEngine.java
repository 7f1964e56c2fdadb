package org.answerable.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs flows. A function: the same session, input and context give the same events. It keeps
 * nothing, waits for nothing, and may be shared by all threads.
 *
 * @see <a href="https://github.com/nyaruka/goflow">RapidPro's engine, whose model this is</a>
 */
public final class FlowEngine {
  private final Map<String, Flow> flows;
  private final More more;

  /**
   * @param more the word that shows the next page of a long list, in each language
   */
  public FlowEngine(Map<String, Flow> flows, Translated more) {
    this.flows = Map.copyOf(flows);
    this.more = new More(more);
  }

  /** Starts a flow; a name that no flow has ends at once, as {@code FLOW_GONE}. */
  public Sprint start(String flow, Context context) {
    Flow known = flows.get(flow);
    return known == null
        ? gone()
        : new Run(known, more, context, List.of(), null).from(known.first());
  }

  /** Goes on from where a conversation waits. */
  public Sprint resume(Session session, Input input, Context context) {
    Flow flow = flows.get(session.flow());
    Node node = flow == null ? null : flow.node(session.node());
    if (flow == null || node == null || node.waitsFor() == Wait.NOTHING) {
      return gone();
    }
    return new Run(flow, more, context, session.results(), input).answered(session, node);
  }

  /** Asks the open question once more, in its shorter words if it has some; nothing else moves. */
  public Sprint ask(Session session, Context context) {
    Flow flow = flows.get(session.flow());
    Node node = flow == null ? null : flow.node(session.node());
    return flow == null || node == null
        ? gone()
        : new Run(flow, more, context, session.results(), null).asked(session, node);
  }

  /**
   * A text as it would be said.
   *
   * @param budget segments that it may cost
   */
  public record Shown(String flow, String node, String text, int budget) {}

  /** Every text of every flow, as a world makes of it. */
  public List<Shown> shown(Context context) {
    List<Shown> all = new ArrayList<>();
    for (Flow flow : flows.values()) {
      int budget = flow.budget().in(context.language());
      for (Node node : flow.nodes().values()) {
        for (Translated text : node.texts()) {
          previews(flow, node, text, context)
              .forEach(said -> all.add(new Shown(flow.name(), node.id(), said, budget)));
        }
      }
    }
    return all;
  }

  /**
   * A text of a node as it would be said when the node is entered first; several where the list of
   * its choices has several pages.
   */
  public List<String> previews(Flow flow, Node node, Translated text, Context context) {
    return new Run(flow, more, context, List.of(), null).previews(node, text);
  }

  private static Sprint gone() {
    return new Sprint(null, List.of(new Event.Ended(Event.Ending.FLOW_GONE)));
  }
}

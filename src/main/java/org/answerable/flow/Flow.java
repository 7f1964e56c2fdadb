package org.answerable.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, as it is written down.
 *
 * @param language the one that the others are translated from
 * @param budget what one of its texts may cost
 * @param nodes by id, the first one first; at least one
 */
public record Flow(String name, String language, Budget budget, Map<String, Node> nodes) {
  public Flow {
    if (nodes.isEmpty() || nodes.size() > FlowLimits.NODES) {
      throw new IllegalArgumentException("flow " + name + " has " + nodes.size() + " nodes");
    }
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /** A flow of these nodes, the first one first. */
  public static Flow of(String name, String language, Budget budget, List<Node> nodes) {
    Map<String, Node> byId = new LinkedHashMap<>();
    nodes.forEach(node -> byId.put(node.id(), node));
    return new Flow(name, language, budget, byId);
  }

  public Node first() {
    return nodes.values().iterator().next();
  }

  public @Nullable Node node(String id) {
    return nodes.get(id);
  }
}

package org.answerable.flow.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Values as long as real ones, by which texts are measured and tried. */
final class Samples {
  private Samples() {}

  /** One value for all languages, or one for each. */
  static Map<String, String> value(Source source, String name, Node node, Set<String> languages) {
    Map<String, String> values = new HashMap<>();
    if (node instanceof ScalarNode scalar) {
      languages.forEach(language -> values.put(language, scalar.getValue()));
      return values;
    }
    String what = "sample \"" + name + "\"";
    source
        .mapping(node, what, languages)
        .forEach(
            (language, entry) -> {
              String value = source.text(entry.value(), what);
              if (value != null && languages.contains(language)) {
                values.put(language, value);
              }
            });
    return values;
  }
}

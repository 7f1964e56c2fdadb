package org.answerable.organisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * What text messages cost by country, as the organisation's file declares it: {@code sms-cost:
 * {"+254": 0.8 KES}}.
 *
 * @param byCode by how a number begins; the longest beginning counts
 */
public record SmsCosts(Map<String, SmsPrice> byCode) {
  /** Nothing is declared, so nothing is shown. */
  public static final SmsCosts NONE = new SmsCosts(Map.of());

  static final String KEY = "sms-cost";
  private static final Pattern CODE = Pattern.compile("\\+[1-9][0-9]{0,6}");
  private static final Pattern PRICE = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,4})?) ([A-Z]{3})");

  public SmsCosts {
    byCode = Map.copyOf(byCode);
  }

  /** What a segment to a number costs; empty if nothing is declared for it. */
  public Optional<SmsPrice> to(String number) {
    return byCode.keySet().stream()
        .filter(number::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(byCode::get);
  }

  /**
   * What a segment costs where the lines are. Where the person is who gets it, nobody may know who
   * does not know them; so this is what leaders are shown.
   *
   * @param lines the organisation's own numbers
   */
  Optional<SmsPrice> at(List<String> lines) {
    Optional<SmsPrice> own = lines.stream().map(this::to).flatMap(Optional::stream).findFirst();
    return byCode.size() == 1 ? own.or(() -> byCode.values().stream().findFirst()) : own;
  }

  static SmsCosts read(Section top) {
    if (!top.has(KEY)) {
      return NONE;
    }
    Map<String, SmsPrice> prices = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples(top)) {
      price(tuple, top.problems(), prices);
    }
    return new SmsCosts(prices);
  }

  private static List<NodeTuple> tuples(Section top) {
    if (!(top.at(KEY) instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
      top.problem(KEY, Words.wrongForm("\"" + KEY + "\"", "prices, as \"+254\": 0.8 KES"));
      return List.of();
    }
    if (mapping.getValue().size() > FileLimits.SMS_COSTS) {
      top.problem(KEY, Words.tooMany(KEY, mapping.getValue().size(), FileLimits.SMS_COSTS));
    }
    return new ArrayList<>(mapping.getValue());
  }

  private static void price(NodeTuple tuple, Problems problems, Map<String, SmsPrice> prices) {
    String code = word(tuple.getKeyNode());
    Matcher price = PRICE.matcher(word(tuple.getValueNode()));
    if (!CODE.matcher(code).matches()) {
      problems.at(tuple.getKeyNode(), "this is no country's code; write it as \"+254\"");
    } else if (!price.matches()) {
      problems.at(tuple.getValueNode(), "this is no price of one segment; write it as 0.8 KES");
    } else if (prices.put(code, new SmsPrice(new BigDecimal(price.group(1)), price.group(2)))
        != null) {
      problems.at(tuple.getKeyNode(), "\"" + code + "\" stands here twice; keep one of them");
    }
  }

  private static String word(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }
}

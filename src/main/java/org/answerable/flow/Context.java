package org.answerable.flow;

import java.util.Map;

/**
 * What a conversation knows of the world around it.
 *
 * @param language of the constituent
 * @param values by names in lower case: {@code code} is {@code @code} in a text
 * @param lists choices that the flows name but don't contain: {@code topics}, {@code languages}
 */
public record Context(String language, Map<String, String> values, Map<String, Choices> lists) {
  public Context {
    values = Map.copyOf(values);
    lists = Map.copyOf(lists);
  }
}

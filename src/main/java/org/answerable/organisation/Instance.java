package org.answerable.organisation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a file may depend on outside of itself. One for all files of an instance. */
final class Instance {
  /** What any variable holds where a file is read without looking at the environment. */
  static final String UNSEEN = "set";

  private final boolean demo;
  private final Function<String, @Nullable String> environment;
  private final Map<String, String> channels = new HashMap<>();

  /**
   * @param demo whether {@code answerable.demo} is on
   * @param environment the value of a variable, null where it is not set
   */
  Instance(boolean demo, Function<String, @Nullable String> environment) {
    this.demo = demo;
    this.environment = environment;
  }

  boolean demo() {
    return demo;
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }

  /**
   * Takes a channel's id, which is unique in the instance.
   *
   * @return where it was taken before, if it was
   */
  Optional<String> claimChannel(String id, String place) {
    return Optional.ofNullable(channels.putIfAbsent(id, place));
  }
}

package org.answerable.platform;

import static org.springframework.core.env.CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME;

import java.util.Set;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@code serve --begin-anew=ORG}, which {@code keys begin-anew ORG} runs when it was asked twice:
 * that organisation goes on without what is gone.
 *
 * @param organisations their ids
 */
public record BegunAnew(Set<String> organisations) {
  private static final String OPTION = "begin-anew";

  public BegunAnew {
    organisations = Set.copyOf(organisations);
  }

  /** From the command line alone: in a file it would wait for the next mistake. */
  static BegunAnew of(ConfigurableEnvironment environment) {
    var arguments = environment.getPropertySources().get(COMMAND_LINE_PROPERTY_SOURCE_NAME);
    Object named = arguments == null ? null : arguments.getProperty(OPTION);
    return new BegunAnew(named == null ? Set.of() : Set.of(named.toString()));
  }
}

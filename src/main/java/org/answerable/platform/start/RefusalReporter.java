package org.answerable.platform.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.platform.StartupRefused;
import org.answerable.platform.keys.KeyRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Shows why the application can't start, as lines on standard error and nothing else. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalReporter implements SpringBootExceptionReporter {
  /** Made by Spring Boot. */
  RefusalReporter(@Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    Optional<List<String>> lines = lines(failure);
    lines.ifPresent(known -> known.forEach(System.err::println));
    return lines.isPresent();
  }

  /** What a person is told; empty when it is a bug of ours. */
  static Optional<List<String>> lines(Throwable failure) {
    // the innermost that we know: what wraps it only says where
    return Stream.iterate(failure, c -> c != null, Throwable::getCause)
        .flatMap(cause -> known(cause).stream())
        .reduce((outer, inner) -> inner);
  }

  private static Optional<List<String>> known(Throwable cause) {
    return switch (cause) {
      case StartupRefused refused -> Optional.of(refused.lines());
      case KeyRefused refused -> Optional.of(List.of(String.valueOf(refused.getMessage())));
      case PortInUseException taken ->
          Optional.of(
              List.of(
                  "Port %d is taken: give another with --server.port=PORT (metrics: --management.server.port=PORT)"
                      .formatted(taken.getPort())));
      case UnboundConfigurationPropertiesException unknown ->
          Optional.of(
              unknown.getUnboundProperties().stream()
                  .map(property -> unknown(property.getName().toString()))
                  .toList());
      case BindException wrong ->
          // not the value: it may be a secret
          Optional.of(List.of(wrong.getName() + ": this value can't be used here"));
      case MarkedYAMLException wrong -> Optional.of(List.of(place(wrong)));
      default -> Optional.empty();
    };
  }

  private static String unknown(String name) {
    return name.equals("answerable.root-key")
        ? "answerable.root-key: a key in a configuration file or on the command line is refused:"
            + " set ANSWERABLE_ROOT_KEY in the environment, and remove it there"
        : name + ": there is no such setting: mend its name";
  }

  private static String place(MarkedYAMLException wrong) {
    var mark = wrong.getProblemMark();
    return "application.yaml:%d:%d: %s"
        .formatted(mark.getLine() + 1, mark.getColumn() + 1, wrong.getProblem());
  }
}

package org.answerable.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.answerable.platform.StartupRefused;
import org.answerable.platform.keys.KeyRefused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

class RefusalReporterTest {
  @Test
  void findsOurLinesUnderWhatSpringWrapsAroundThem() {
    var refused = new StartupRefused(List.of("first", "second"));
    assertThat(RefusalReporter.lines(new BeanCreationException("x", "y", refused)))
        .contains(List.of("first", "second"));
    assertThat(RefusalReporter.lines(new BeanCreationException("x", "y", new KeyRefused("mode"))))
        .contains(List.of("mode"));
  }

  @Test
  void saysWhichPortIsTaken() {
    assertThat(RefusalReporter.lines(new PortInUseException(8080)).orElseThrow())
        .singleElement()
        .asString()
        .contains("8080", "--server.port");
  }

  @Test
  void saysWhereTheConfigurationIsBroken() {
    try {
      new Yaml().load("a: 1\nb: [secret\n");
    } catch (MarkedYAMLException e) {
      assertThat(RefusalReporter.lines(e).orElseThrow().getFirst())
          .startsWith("application.yaml:3:1: ")
          .doesNotContain("secret");
      return;
    }
    throw new AssertionError("was read");
  }

  @Test
  void namesASettingThatDoesNotExist() {
    var name = ConfigurationPropertyName.of("answerable.data-dri");
    var misspelt = new ConfigurationProperty(name, "/secret", null);
    assertThat(RefusalReporter.lines(new UnboundConfigurationPropertiesException(Set.of(misspelt))))
        .contains(List.of("answerable.data-dri: there is no such setting: mend its name"));
  }

  @Test
  void saysThatTheRootKeyDoesNotBelongIntoAFileAndNotWhatStoodThere() {
    var name = ConfigurationPropertyName.of("answerable.root-key");
    var written = new ConfigurationProperty(name, "00ff00ff", null);
    assertThat(RefusalReporter.lines(new UnboundConfigurationPropertiesException(Set.of(written))))
        .hasValueSatisfying(
            lines ->
                assertThat(lines)
                    .singleElement()
                    .asString()
                    .contains("set ANSWERABLE_ROOT_KEY in the environment")
                    .doesNotContain("00ff"));
  }

  @Test
  void leavesBugsToSpring() {
    assertThat(RefusalReporter.lines(new IllegalStateException("42"))).isEmpty();
  }
}

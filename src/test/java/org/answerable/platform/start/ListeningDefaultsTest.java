package org.answerable.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ListeningDefaultsTest {
  @Test
  void theDemoListensOnLoopback() {
    assertThat(after(Map.of()).getProperty("server.address")).isEqualTo("127.0.0.1");
  }

  @Test
  void whatIsNoDemoListensEverywhere() {
    assertThat(after(Map.of("answerable.demo", "false")).containsProperty("server.address"))
        .isFalse();
  }

  @Test
  void anAddressThatIsGivenCounts() {
    assertThat(after(Map.of("server.address", "192.0.2.1")).getProperty("server.address"))
        .isEqualTo("192.0.2.1");
  }

  @Test
  void metricsNeverStandInTheWayOfTheMainPort() {
    assertThat(after(Map.of("server.port", "8081")).getProperty("management.server.port"))
        .isEqualTo("0");
    assertThat(after(Map.of("server.port", "0")).getProperty("management.server.port"))
        .isEqualTo("0");
    assertThat(after(Map.of("management.server.port", "9")).getProperty("management.server.port"))
        .isEqualTo("9");
  }

  private static StandardEnvironment after(Map<String, Object> given) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("given", given));
    new ListeningDefaults().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}

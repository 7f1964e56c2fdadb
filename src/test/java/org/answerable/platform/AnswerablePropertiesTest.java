package org.answerable.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AnswerablePropertiesTest {
  @Test
  void hasTheDefaultsOfTheContract() {
    AnswerableProperties properties = bind(Map.of());
    assertThat(properties.publicUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(properties.dataDir()).isEqualTo(Path.of("data"));
    assertThat(properties.keysDir()).isEqualTo(Path.of("data/keys"));
    assertThat(properties.database())
        .isEqualTo(new AnswerableProperties.Database(null, null, null));
    assertThat(properties.redis()).isEqualTo(new AnswerableProperties.Redis(null));
    assertThat(properties.configDir()).isEqualTo(Path.of("config"));
    assertThat(properties.flowsDir()).isEqualTo(Path.of("flows"));
    assertThat(properties.demo()).isTrue();
    assertThat(properties.demoRealChannels()).isFalse();
  }

  @Test
  void hasTheNamesOfTheContract() {
    AnswerableProperties properties =
        bind(
            Map.ofEntries(
                Map.entry("answerable.public-url", "https://a.example/"),
                Map.entry("answerable.data-dir", "/d"),
                Map.entry("answerable.database.url", "jdbc:postgresql://h/d"),
                Map.entry("answerable.database.username", "u"),
                Map.entry("answerable.database.password", "p"),
                Map.entry("answerable.redis.url", "redis://h:1"),
                Map.entry("answerable.config-dir", "/c"),
                Map.entry("answerable.flows-dir", "/f"),
                Map.entry("answerable.demo", "false"),
                Map.entry("answerable.demo-real-channels", "true"),
                Map.entry("answerable.demo-story", "false")));
    assertThat(properties)
        .isEqualTo(
            new AnswerableProperties(
                URI.create("https://a.example"),
                Path.of("/d"),
                Path.of("/d/keys"),
                new AnswerableProperties.Database("jdbc:postgresql://h/d", "u", "p"),
                new AnswerableProperties.Redis(URI.create("redis://h:1")),
                Path.of("/c"),
                Path.of("/f"),
                false,
                true,
                false));
    assertThat(bind(Map.of("answerable.keys-dir", "/k")).keysDir()).isEqualTo(Path.of("/k"));
  }

  @Test
  void refusesAPublicUrlThatIsNone() {
    assertThatThrownBy(() -> bind(Map.of("answerable.public-url", "answers.example.org")))
        .hasRootCauseInstanceOf(StartupRefused.class)
        .rootCause()
        .hasMessageContaining("answerable.public-url");
  }

  @Test
  void showsNoSecret() {
    var properties =
        bind(
            Map.of(
                "answerable.database.password", "hunter2",
                "answerable.redis.url", "redis://:hunter2@h:1"));
    assertThat(properties.toString()).doesNotContain("hunter2");
  }

  private static AnswerableProperties bind(Map<String, String> given) {
    return new Binder(new MapConfigurationPropertySource(given))
        .bindOrCreate("answerable", AnswerableProperties.class);
  }
}

package org.answerable.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.env.MockEnvironment;

class KeysFolderTest {
  private static final String VARIABLE = "ANSWERABLE_ROOT_KEY";
  @TempDir private Path folder;

  @Test
  void keysLieInTheDataFolderInTheDemoOnly() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    assertThatCode(() -> check("true", "data/keys")).doesNotThrowAnyException();
    assertThatThrownBy(() -> check("false", "data/keys"))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("a copy of the data would open itself")
        .hasMessageContaining("move the whole folder there first");
    assertThatThrownBy(() -> check("false", "data")).isInstanceOf(StartupRefused.class);
    assertThatCode(() -> check("false", "keys")).doesNotThrowAnyException();
    assertThatCode(() -> check("false", "data-keys")).doesNotThrowAnyException();
  }

  @Test
  void aLinkHidesNothing() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.createSymbolicLink(folder.resolve("elsewhere"), folder.resolve("data"));
    assertThatThrownBy(() -> check("false", "elsewhere/keys")).isInstanceOf(StartupRefused.class);
  }

  @Test
  void theRootKeyComesFromTheEnvironmentAlone() {
    var settings = new MockEnvironment().withProperty(VARIABLE, "00ff");
    assertThatCode(() -> KeysFolder.refuseKeyInSettings(settings, name -> "00ff"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> KeysFolder.refuseKeyInSettings(settings, name -> null))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining(VARIABLE)
        .message()
        .doesNotContain("00ff");
    assertThatCode(() -> KeysFolder.refuseKeyInSettings(new MockEnvironment(), name -> null))
        .doesNotThrowAnyException();
  }

  private void check(String demo, String keys) throws IOException {
    var given =
        Map.of(
            "answerable.demo", demo,
            "answerable.data-dir", folder.resolve("data").toString(),
            "answerable.keys-dir", folder.resolve(keys).toString());
    KeysFolder.refuseBesideTheData(
        new Binder(new MapConfigurationPropertySource(given))
            .bindOrCreate("answerable", AnswerableProperties.class));
  }
}

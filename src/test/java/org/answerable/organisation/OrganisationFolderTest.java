package org.answerable.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.answerable.platform.StartupRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationFolderTest {
  @TempDir Path config;
  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(config.resolve("organisations"));
  }

  @Test
  void readsEveryFile() throws IOException {
    put("baraza-letu", "simulator");
    put("mti-wetu", "second-simulator");
    Files.writeString(folder.resolve(".mti-wetu.yaml.swp"), "left behind");
    Files.writeString(folder.resolve("notes.txt"), "not ours");
    assertThat(read().all())
        .extracting(Organisation::id)
        .containsExactly("baraza-letu", "mti-wetu");
  }

  @Test
  void refusesAChannelThatTwoOrganisationsDeclare() throws IOException {
    put("baraza-letu", "simulator");
    put("mti-wetu", "simulator");
    assertThat(refusal().lines())
        .singleElement()
        .asString()
        .contains("mti-wetu.yaml:", "the channel \"simulator\" stands already in ")
        .contains("baraza-letu.yaml:");
  }

  @Test
  void tellsTheProblemsOfAllFilesAtOnce() throws IOException {
    Files.writeString(folder.resolve("one.yaml"), "id: two");
    Files.writeString(folder.resolve("three.yaml"), "");
    Files.writeString(folder.resolve("four.yml"), "");
    assertThat(refusal().lines())
        .anyMatch(line -> line.contains("one.yaml:1:5: the id is not the file's name"))
        .anyMatch(line -> line.contains("three.yaml:1:1: the file is empty"))
        .anyMatch(line -> line.contains("four.yml:1:1: this file is not read; rename it"));
  }

  @Test
  void refusesAFileInAnotherEncoding() throws IOException {
    Files.write(folder.resolve("one.yaml"), new byte[] {'i', 'd', ':', (byte) 0xe9});
    assertThat(refusal().lines()).singleElement().asString().contains("is not UTF-8");
  }

  @Test
  void refusesAnInstanceWithoutAnOrganisation() throws IOException {
    assertThat(refusal().lines())
        .singleElement()
        .asString()
        .contains("no organisation is declared");
    Files.delete(folder);
    assertThat(refusal().lines())
        .singleElement()
        .asString()
        .contains("no organisation is declared");
  }

  @Test
  void theDemoHoldsNothingBackWhateverTheFileSays() {
    Organisation declared = DemoFile.organisation();
    assertThat(declared.hold()).isEqualTo(Duration.ofMinutes(30));
    Organisation shown = OrganisationConfiguration.withoutWaiting(declared);
    assertThat(shown.hold()).isZero();
    assertThat(shown.answerWindow()).isZero();
    assertThat(shown.releaseUnsorted()).isTrue();
    assertThat(shown.slot()).isEqualTo(declared.slot());
  }

  private void put(String id, String channel) throws IOException {
    String yaml =
        DemoFile.yaml()
            .replace("id: baraza-letu", "id: " + id)
            .replace("id: simulator", "id: " + channel);
    Files.writeString(folder.resolve(id + ".yaml"), yaml);
  }

  private Organisations read() throws IOException {
    return OrganisationFolder.read(config, new Instance(true, name -> null)).organisations();
  }

  private StartupRefused refusal() {
    return catchThrowableOfType(StartupRefused.class, this::read);
  }
}

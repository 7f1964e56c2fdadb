package org.answerable.platform.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.answerable.platform.StartupRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirLockTest {
  @Test
  void saysThatAFileIsNoFolder(@TempDir Path temp) throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    assertThatThrownBy(() -> DataDirLock.take(file))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("answerable.data-dir: " + file);
  }
}

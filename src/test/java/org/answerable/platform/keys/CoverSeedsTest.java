package org.answerable.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverSeedsTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 12);
  @TempDir private Path folder;
  private final RootKey root = new RootKey(new byte[KeyFile.KEY_BYTES]);

  @Test
  void theSameSeedComesAtEveryStart() {
    byte[] seed = new CoverSeeds(folder, root).of("hope", MONTH);
    assertThat(new CoverSeeds(folder, root).of("hope", MONTH)).isEqualTo(seed);
    assertThat(CoverSeeds.files(folder, "hope"))
        .containsExactly(Path.of("hope/covers-2026-12.key"));
    assertThat(CoverSeeds.files(folder, "faith")).isEmpty();
  }

  @Test
  void neitherTheFileNorTheRootKeyAloneGivesIt() {
    byte[] other = new byte[KeyFile.KEY_BYTES];
    other[0] = 1;
    var seeds = new CoverSeeds(folder, root);
    assertThat(
            Stream.of(
                    seeds.of("hope", MONTH),
                    seeds.of("hope", MONTH.plusMonths(1)),
                    seeds.of("faith", MONTH),
                    new CoverSeeds(folder, new RootKey(other)).of("hope", MONTH),
                    new CoverSeeds(folder.resolve("elsewhere"), root).of("hope", MONTH))
                .map(Arrays::toString))
        .doesNotHaveDuplicates();
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws Exception {
    var seeds = new CoverSeeds(folder, root);
    seeds.of("hope", MONTH);
    Files.setPosixFilePermissions(
        folder.resolve("hope/covers-2026-12.key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> seeds.of("hope", MONTH)).isInstanceOf(KeyRefused.class);
  }
}

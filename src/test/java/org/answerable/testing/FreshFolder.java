package org.answerable.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives an application its own data folder under target/; removes those of earlier test runs. */
public final class FreshFolder
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Path ALL = Path.of("target", "it");
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String folder = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    try {
      removeEarlier();
      Files.createDirectories(ALL.resolve(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> property = Map.of("answerable.data-dir", ALL.resolve(folder).toString());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("fresh folder", property));
  }

  private static void removeEarlier() throws IOException {
    if (!Files.exists(ALL)) {
      return;
    }
    try (Stream<Path> folders = Files.list(ALL)) {
      for (Path folder : folders.filter(FreshFolder::isEarlier).toList()) {
        FileSystemUtils.deleteRecursively(folder);
      }
    }
  }

  private static boolean isEarlier(Path folder) {
    String pid = folder.getFileName().toString().replaceFirst("-.*", "");
    return pid.matches("\\d{1,9}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }
}

package org.answerable.platform;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class WatchTest {
  private final Map<String, Integer> looks = new ConcurrentHashMap<>();

  @Test
  void goesOnWhateverALookThrowsAndWithTheOthers() {
    var watch =
        new Watch("test", Duration.ofMillis(5), List.of("away", "broken", "well"), this::look);
    watch.start();
    try {
      await()
          .until(() -> looks.values().stream().allMatch(count -> count > 2) && looks.size() == 3);
    } finally {
      watch.stop();
    }
  }

  private void look(String organisation) {
    looks.merge(organisation, 1, Integer::sum);
    switch (organisation) {
      case "away" -> throw new QueryTimeoutException("the database is away");
      case "broken" -> throw new IllegalStateException("our own bug");
      default -> {}
    }
  }
}

package org.answerable.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerable.channel.ChannelHealth;
import org.answerable.organisation.DemoFile;
import org.junit.jupiter.api.Test;

class OperationsWordsTest {
  @Test
  void aChannelThroughWhichNothingComesInIsInTrouble() {
    var words = new OperationsWords(DemoFile.organisation(), Instant.EPOCH);
    List<OperationsView.Line> lines =
        words.channels(new ChannelHealth(), channel -> Optional.of("nothing arrives"));
    assertThat(lines).isNotEmpty().allMatch(line -> line.toString().contains("nothing arrives"));
    assertThat(words.channels(new ChannelHealth(), channel -> Optional.empty()))
        .isNotEmpty()
        .allMatch(line -> line.toString().contains("no trouble known"));
  }
}

package org.answerable.responselog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.answerable.responselog.Witnessed;
import org.answerable.responselog.witness.Asking.Outcome;
import org.answerable.testing.StandInWitness;
import org.answerable.testing.StandInWitness.Manner;
import org.answerable.testing.WholeDatabase;
import org.answerable.tlog.AddCheckpoint;
import org.answerable.tlog.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the answers of a witness, right and wrong. */
class AskingIT extends WitnessedLog {
  @ParameterizedTest
  @CsvSource({
    "IS_SILENT, AWAY",
    "DRIPS, AWAY",
    "FLOODS, AWAY",
    "THROTTLES, AWAY",
    "BREAKS, AWAY",
    "REDIRECTS, AWAY",
    "NAMES_NOTHING, AWAY",
    "BABBLES, ANSWERS_WRONG",
    "SAYS_NOTHING, ANSWERS_WRONG",
    "SIGNS_WITH_ANOTHER_KEY, ANSWERS_WRONG",
    "SIGNS_ANOTHER_TREE, ANSWERS_WRONG",
    "SIGNS_IN_THE_FUTURE, ANSWERS_WRONG",
    "NAMES_NO_SIZE, ANSWERS_WRONG",
    "DOES_NOT_UNDERSTAND, ANSWERS_WRONG",
    "SAW_MORE, SAW_MORE",
    "SAW_ANOTHER_HEAD, SAW_ANOTHER",
    "REFUSES_THE_PROOF, SAW_ANOTHER",
    "KNOWS_ANOTHER_KEY, KNOWS_IT_NOT",
  })
  void nothingIsKeptOfAWrongAnswer(Manner manner, Standing standing) throws Exception {
    try (var other = new StandInWitness("other.example/" + manner)) {
      other.watching(VerifierKey.parse(tree.key(ORGANISATION)));
      other.manner(manner);
      Instant before = Instant.now();
      Outcome outcome = asking.ask(ORGANISATION, latest(), witness(other));
      assertThat(outcome.standing()).isEqualTo(standing);
      assertThat(Duration.between(before, Instant.now())).isLessThan(PATIENCE.multipliedBy(10));
      assertThat(other.asked()).isBetween(1, 3);
      assertThat(outcome.after().map(Duration::toSeconds).orElse(0L))
          .isEqualTo(manner == Manner.THROTTLES ? 7 : 0);
      assertThat(cosignatures.size(ORGANISATION, other.key())).isZero();
      assertThat(get("/tlog/checkpoint").body()).doesNotContain("other.example");
    }
  }

  @Test
  void noMoreIsReadThanAWitnessMaySayAndNotForEver() throws Exception {
    try (var other = new StandInWitness("other.example/large");
        var patient = new HttpPost(Duration.ofMinutes(1));
        var hasty = new HttpPost(PATIENCE)) {
      URI url = URI.create(other.url() + AddCheckpoint.PATH);
      other.manner(Manner.FLOODS);
      assertThatThrownBy(() -> patient.send(url, new byte[0]))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(HttpTimeoutException.class);
      other.manner(Manner.DRIPS);
      assertThatThrownBy(() -> hasty.send(url, new byte[0]))
          .isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void aWitnessThatForgotOrKnowsMoreThanIsNotedIsAskedWithItsOwnSize() throws Exception {
    try (var other = new StandInWitness("other.example/forgets")) {
      other.watching(VerifierKey.parse(tree.key(ORGANISATION)));
      assertThat(ask(other)).isEqualTo(Standing.SEEN);
      other.forget();
      grow(3);
      assertThat(ask(other)).isEqualTo(Standing.SEEN);
      // as after a kill between its answer and the note of it
      forget(other);
      grow(3);
      assertThat(ask(other)).isEqualTo(Standing.SEEN);
      forget(other);
      assertThat(ask(other)).isEqualTo(Standing.SEEN);
      assertThat(latest().isSignedBy(other.key())).isTrue();
      forget(other);
    }
  }

  @Test
  void nodesThatAskAtOnceKeepOneCosignature() throws Exception {
    grow(9);
    try (var other = new StandInWitness("other.example/several");
        var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      other.watching(VerifierKey.parse(tree.key(ORGANISATION)));
      var standings =
          nodes.invokeAll(
              Stream.generate(() -> (Callable<Standing>) () -> ask(other)).limit(4).toList());
      for (var standing : standings) {
        assertThat(standing.get()).isIn(Standing.SEEN, Standing.AWAY);
      }
      assertThat(
              new WholeDatabase(databases, root)
                  .count("responselog.cosignature where witness = ?", other.key().toString()))
          .isEqualTo(1);
      List<Witnessed> latest = cosignatures.latest(ORGANISATION, List.of(other.key()));
      assertThat(latest).singleElement().extracting(Witnessed::size).isEqualTo(other.size());
      forget(other);
    }
  }

  private Standing ask(StandInWitness other) throws Exception {
    return asking.ask(ORGANISATION, latest(), witness(other)).standing();
  }

  private void forget(StandInWitness other) throws SQLException {
    new WholeDatabase(databases, root)
        .owner()
        .sql("delete from responselog.cosignature where witness = ?")
        .param(other.key().toString())
        .update();
  }
}

package org.answerable.responselog.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.answerable.organisation.Witness;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PublicLog;
import org.answerable.testing.LogMirror;
import org.answerable.testing.LogMirror.Verdict;
import org.answerable.testing.StandInWitness;
import org.answerable.testing.StandInWitness.Manner;
import org.answerable.testing.WholeDatabase;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** An organisation with a witness: who it is, what it signs, and where that is shown. */
class WitnessIT extends WitnessedLog {
  @Autowired private WitnessNotice notice;
  @Autowired private PublicLog log;
  @TempDir private Path folder;

  @Test
  void theLogSaysWhoIsAskedAndSaysItOnce() throws Exception {
    grow(1);
    List<Entry> announced =
        new WholeDatabase(databases, root)
            .owner()
            .sql(
                """
                select body from responselog.entry
                where organisation = ? and type = 'configuration changed'
                """)
            .param(ORGANISATION)
            .query((row, n) -> EntryJson.read(row.getBytes(1)))
            .list();
    assertThat(announced)
        .filteredOn(Entry.WitnessesAnnounced.class::isInstance)
        .singleElement()
        .extracting(entry -> ((Entry.WitnessesAnnounced) entry).keys())
        .isEqualTo(List.of(WITNESS.key().toString()));
  }

  @Test
  void theServedCheckpointHasTheCosignatureOfExactlyItself() throws Exception {
    for (int times = 0; times < 3; times++) {
      grow(7);
      awaitSeen();
      SignedNote note = SignedNote.parse(get("/tlog/checkpoint").body().getBytes(UTF_8));
      assertThat(note.signatures()).hasSize(2);
      assertThat(note.isSignedBy(WITNESS.key())).isTrue();
      assertThat(note.isSignedBy(VerifierKey.parse(tree.key(ORGANISATION)))).isTrue();
      assertThat(WITNESS.size()).isEqualTo(Checkpoint.of(note).size());
    }
    assertThat(get("/tlog/checkpoint").headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void pagesSayWhoHasSeenTheLogAndWhen() throws Exception {
    grow(1);
    awaitSeen();
    for (String page : List.of("/how", "/noticeboard")) {
      assertThat(get(page).body())
          .as(page)
          .contains("Seen by <b class=\"code\"><bdi dir=\"ltr\">witness.example/w1</bdi></b> as it")
          .doesNotContain("No outside witness");
    }
    // by which other nodes know that their pages are old
    assertThat(log.edition(ORGANISATION))
        .isEqualTo(new PublicLog.Edition(WITNESS.size() - 1, WITNESS.size(), 1));
    assertThat(get("/how?lang=fr").body()).contains("Vu par", "tel qu’il est maintenant, le ");
    assertThat(get("/how?lang=sw").body()).contains("Limeonwa na", "jinsi lilivyo sasa, tarehe ");
  }

  @Test
  void aWitnessThatFellBehindIsShownWithWhatItSaw() throws Exception {
    awaitSeen();
    WITNESS.manner(Manner.BREAKS);
    try {
      long before = cosignatures.size(ORGANISATION, WITNESS.key());
      int asked = WITNESS.asked();
      grow(5);
      until(() -> WITNESS.asked() > asked);
      assertThat(get("/how").body()).contains("when it had %d entries.".formatted(before));
      assertThat(latest().signatures()).hasSize(1);
    } finally {
      WITNESS.manner(Manner.HONEST);
    }
    until(() -> asking.ask(ORGANISATION, latest(), ours()).standing() == Standing.SEEN);
  }

  @Test
  void anybodyCanHaveTheWitnessesChecked() throws Exception {
    grow(1);
    awaitSeen();
    String key = WITNESS.key().toString();
    Verdict verdict = verify("--witness", key);
    assertThat(verdict.status()).as(verdict.said()).isZero();
    assertThat(verdict.said()).containsPattern("Seen by witness.example/w1 on 20\\S+ \\S+ UTC\\.");
    assertThat(verify().said()).contains("Seen by witness.example/w1 on 20");

    try (var stranger = new StandInWitness("stranger.example")) {
      Verdict unseen = verify("--witness", key, "--witness", stranger.key().toString());
      assertThat(unseen.status()).isEqualTo(1);
      assertThat(unseen.said()).contains("1 of the 2 witnesses", "Not seen by stranger.example.");
      assertThat(
              verify("--witness", key, "--witness", "" + stranger.key(), "--quorum", "1").status())
          .isZero();
    }
  }

  @Test
  void aFalseCosignatureIsNamed() throws Exception {
    grow(1);
    awaitSeen();
    long size = Checkpoint.of(latest()).size();
    WholeDatabase database = new WholeDatabase(databases, root);
    String line = cosignatureAt(database, size);
    replace(database, size, cosignatureAt(database, cosignedBefore(database, size)));
    try {
      Verdict verdict = verify();
      assertThat(verdict.status()).isEqualTo(1);
      assertThat(verdict.said())
          .isEqualTo("checkpoint: the cosignature of witness.example/w1 is none of its text.\n");
    } finally {
      replace(database, size, line);
    }
  }

  @Test
  void aWitnessIsNotInTheWayOfASlot() throws Exception {
    awaitSeen();
    WITNESS.manner(Manner.IS_SILENT);
    try {
      int asked = WITNESS.asked();
      long before = System.nanoTime();
      grow(1);
      assertThat(System.nanoTime() - before).isLessThan(HttpPost.PATIENCE.toNanos());
      until(() -> WITNESS.asked() > asked);
      long size = Checkpoint.of(latest()).size();
      grow(2);
      assertThat(Checkpoint.of(latest()).size()).isGreaterThanOrEqualTo(size + 2);
    } finally {
      WITNESS.manner(Manner.HONEST);
    }
    until(() -> asking.ask(ORGANISATION, latest(), ours()).standing() == Standing.SEEN);
  }

  @Test
  void leadersAreToldOfWhatDoesNotPassByItself() throws Exception {
    awaitSeen();
    until(() -> notice.of(ORGANISATION).isEmpty());
    WITNESS.manner(Manner.REFUSES_THE_PROOF);
    try {
      grow(1);
      until(() -> !notice.of(ORGANISATION).isEmpty());
      assertThat(notice.of(ORGANISATION).toString())
          .contains("witness.example/w1 has seen another log than the one here");
      assertThat(notice.of("nobody-here")).isEmpty();
    } finally {
      WITNESS.manner(Manner.HONEST);
    }
    awaitSeen();
    until(() -> notice.of(ORGANISATION).isEmpty());
  }

  private Witness ours() {
    return home.witnesses().getFirst();
  }

  private static String cosignatureAt(WholeDatabase database, long size) {
    return database
        .owner()
        .sql("select line from responselog.cosignature where witness = ? and size = ?")
        .params(WITNESS.key().toString(), size)
        .query(String.class)
        .single();
  }

  private static long cosignedBefore(WholeDatabase database, long size) {
    return database
        .owner()
        .sql(
            """
            select max(size) from responselog.cosignature where witness = ? and size < ?
            """)
        .params(WITNESS.key().toString(), size)
        .query(Long.class)
        .single();
  }

  private static void replace(WholeDatabase database, long size, String line) {
    database
        .owner()
        .sql("update responselog.cosignature set line = ? where witness = ? and size = ?")
        .params(line, WITNESS.key().toString(), size)
        .update();
  }

  private Verdict verify(String... more) {
    return LogMirror.verify(url("").toString(), folder.resolve("seen"), more);
  }
}

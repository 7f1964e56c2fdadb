package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.Cosignature;
import org.answerable.tlog.Hash;
import org.answerable.tlog.NoteSigner;
import org.answerable.tlog.SignatureType;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.VerifierKey;
import org.junit.jupiter.api.Test;

/** What is said of those who cosigned a checkpoint. */
class WitnessesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final Instant TIME = Instant.parse("2026-11-26T14:05:59Z");

  private final KeyPair first = pair();
  private final KeyPair second = pair();
  private final VerifierKey one = key("w.example/1", first);
  private final VerifierKey two = key("w.example/2", second);
  private final SignedNote note =
      new Checkpoint("example.org/hope/tlog", 7, Hash.EMPTY)
          .sign(NoteSigner.of("example.org/hope/tlog", pair()));

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static VerifierKey key(String name, KeyPair pair) {
    return VerifierKey.of(name, SignatureType.COSIGNATURE, pair.getPublic());
  }

  private SignedNote cosigned(SignedNote so, String name, KeyPair pair, Instant time) {
    var line = Cosignature.sign(name, pair, note.text(), time);
    return so.with(List.of(line), List.of(key(name, pair)));
  }

  @Test
  void tellsWhoSawItAndWhenAndWhoDidNot() throws Finding {
    SignedNote seen = cosigned(note, "w.example/1", first, TIME);
    assertThat(new Witnesses(List.of(one, two), 1).check(seen, List.of(), DAY))
        .isEqualTo("Seen by w.example/1 on 2026-11-26 14:05 UTC.\nNot seen by w.example/2.");
  }

  @Test
  void tellsOfThoseWhomTheLogNamesAndNeedsNoneOfThem() throws Finding {
    SignedNote seen = cosigned(note, "w.example/1", first, TIME);
    var nobody = new Witnesses(List.of(), 0);
    assertThat(nobody.check(seen, List.of("" + one, "" + two), DAY))
        .isEqualTo("Seen by w.example/1 on 2026-11-26 14:05 UTC.\nNot seen by w.example/2.");
    assertThat(nobody.check(seen, List.of(), DAY)).isEqualTo("It names no outside witness.");
    assertThat(nobody.check(seen, List.of("w.example/3+00+\u202E"), DAY))
        .isEqualTo("It names a witness whose key can't be read here: w.example/3+00+?.");
  }

  @Test
  void wantsAsManyAsWereAskedFor() throws Finding {
    SignedNote seen = cosigned(note, "w.example/1", first, TIME);
    var both = new Witnesses(List.of(one, two), 2);
    assertThatThrownBy(() -> both.check(seen, List.of(), DAY))
        .isInstanceOf(Finding.class)
        .hasMessageStartingWith("checkpoint: 1 of the 2 witnesses that you named have signed it")
        .hasMessageEndingWith("Not seen by w.example/2.");
    assertThat(both.check(cosigned(seen, "w.example/2", second, TIME), List.of(), DAY))
        .contains("Seen by w.example/2");
  }

  /** Whom a log names does not count for whom somebody else names. */
  @Test
  void aLogsOwnWitnessesDoNotCountForOthers() {
    SignedNote seen = cosigned(note, "w.example/1", first, TIME);
    assertThatThrownBy(() -> new Witnesses(List.of(two), 1).check(seen, List.of("" + one), DAY))
        .hasMessageStartingWith("checkpoint: 0 of the 1 witnesses");
  }

  @Test
  void namesWhoseCosignatureIsFalseAlsoWhereTheLogAloneNamesThem() {
    SignedNote other = new Checkpoint("example.org/hope/tlog", 8, Hash.EMPTY).sign(signer());
    String line = Cosignature.sign("w.example/1", first, other.text(), TIME).line();
    SignedNote forged = parsed(new String(note.bytes(), UTF_8) + line);
    for (var named : List.of(List.<VerifierKey>of(), List.of(one))) {
      assertThatThrownBy(() -> new Witnesses(named, 0).check(forged, List.of("" + one), DAY))
          .isInstanceOf(Finding.class)
          .hasMessage("checkpoint: the cosignature of w.example/1 is none of its text.");
    }
  }

  @Test
  void refusesATimeThatHasNotCome() {
    SignedNote seen = cosigned(note, "w.example/1", first, TIME.plusSeconds(86_400));
    assertThatThrownBy(() -> new Witnesses(List.of(one), 1).check(seen, List.of(), DAY))
        .hasMessage("checkpoint: the cosignature of w.example/1 is of a time that has not come.");
  }

  @Test
  void theLatestEntryCounts() throws Finding {
    List<String> before = List.of("a");
    assertThat(Witnesses.announced(entry("{\"type\":\"committed\"}"), before)).isEqualTo(before);
    assertThat(
            Witnesses.announced(
                entry("{\"type\":\"configuration changed\",\"what\":\"covers\"}"), before))
        .isEqualTo(before);
    String none = "{\"keys\":%s,\"type\":\"configuration changed\",\"what\":\"witnesses\"}";
    assertThat(Witnesses.announced(entry(none.formatted("[]")), before)).isEmpty();
    assertThat(Witnesses.announced(entry(none.formatted("[\"b\",\"c\"]")), before))
        .containsExactly("b", "c");
    assertThatThrownBy(() -> Witnesses.announced(entry(none.formatted("[1]")), before))
        .hasMessage("entry 5 has no keys.");
    assertThatThrownBy(() -> Witnesses.announced(entry(none.formatted("\"b\"")), before))
        .hasMessage("entry 5 has no keys.");
  }

  private static LogEntry entry(String json) throws Finding {
    return LogEntry.read(5, json.getBytes(UTF_8));
  }

  private static NoteSigner signer() {
    return NoteSigner.of("example.org/hope/tlog", pair());
  }

  private static SignedNote parsed(String text) {
    try {
      return SignedNote.parse(text.getBytes(UTF_8));
    } catch (org.answerable.tlog.MalformedException e) {
      throw new AssertionError(e);
    }
  }
}

package org.answerable.responselog.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.answerable.testing.GoChecker;
import org.answerable.testing.GoChecker.Ran;
import org.answerable.testing.LogMirror;
import org.answerable.testing.LogMirror.Verdict;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.Hash;
import org.answerable.tlog.TlogProof;
import org.answerable.tlog.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log as the running application serves it, judged by ours and by Go's programs. */
class ServedLogIT extends ServedLog {
  private static final String FOR_EVER = "max-age=31536000, public, immutable";
  private final LogMirror mirror = new LogMirror(this::served);
  @TempDir private Path folder;

  @Test
  void ourCommandAcceptsItAndThatItGrew() throws Exception {
    String url = "http://127.0.0.1:" + port + "/kijiji";
    Path seen = folder.resolve("seen");
    Verdict first = LogMirror.verify(url, seen);
    assertThat(first.status()).as(first.said()).isZero();
    assertThat(first.said()).contains("Seen for the first time");
    grow(50);
    Verdict second = LogMirror.verify(url, seen);
    assertThat(second.status()).as(second.said()).isZero();
    assertThat(second.said()).contains("Nothing of the ");
  }

  /** Said at the start, before anything that they count for. */
  @Test
  void theRulesStandBeforeAllElse() throws Exception {
    var entries = new EntryBundle(0, 256).entries(get("tile/entries/000").body());
    assertThat(entries.subList(0, 3).stream().map(entry -> new String(entry, UTF_8)))
        .allMatch(entry -> entry.contains("\"type\":\"configuration changed\""))
        .anyMatch(entry -> entry.contains("\"what\":\"deadlines\""))
        .anyMatch(entry -> entry.contains("\"what\":\"routing\""))
        .anyMatch(entry -> entry.contains("\"what\":\"words\""));
  }

  @Test
  void goesAcceptsIt() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    GoChecker go = GoChecker.build(Files.createDirectories(folder.resolve("go")));
    long earlier = Checkpoint.of(mirror.note()).size();
    grow(40);
    mirror.copy(copy);
    long size = Checkpoint.of(mirror.note()).size();
    byte[] proof = served("proof/411").orElseThrow();
    mirror.prove(copy, earlier, proof);
    assertThat(go.check(copy))
        .isEqualTo(
            new Ran(
                0,
                "accepted: %d entries, checkpoint, tiles, inclusion, consistency\n"
                    .formatted(size)));
  }

  @Test
  void theProofOfAnEntryIsAFile() throws Exception {
    HttpResponse<byte[]> answer = get("proof/411");
    TlogProof proof = TlogProof.parse(answer.body());
    String key = text(get("key")).strip();
    byte[] entry = new EntryBundle(1, 256).entries(get("tile/entries/001").body()).get(411 - 256);
    assertThat(proof.index()).isEqualTo(411);
    assertThat(proof.verifies(Hash.leaf(entry), VerifierKey.parse(key))).isTrue();
    assertThat(header(answer, "Content-Disposition"))
        .isEqualTo("attachment; filename=\"kijiji-411.tlog-proof\"");
  }

  @Test
  void thePageOfAFeedbackLeadsToItsProof() throws Exception {
    HttpResponse<byte[]> answer = send(at("/kijiji/log/k7qm2xwd/proof"));
    assertThat(answer.statusCode()).isEqualTo(303);
    String path = header(answer, "Location");
    TlogProof proof = TlogProof.parse(send(at(path)).body());
    EntryBundle bundle = new EntryBundle(proof.index() / 256, (int) (proof.index() % 256) + 1);
    byte[] entry = bundle.entries(get(bundle.path()).body()).getLast();
    assertThat(new String(entry, StandardCharsets.UTF_8))
        .contains("\"reference\":\"K7QM-2XWD\"", "\"type\":\"opened\"");
    assertThat(send(at("/kijiji/log/AAAA-AAAA/proof")).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "checkpoint, text/plain;charset=utf-8, no-store",
    "key, text/plain;charset=utf-8, no-store",
    "proof/0, text/plain;charset=utf-8, no-store",
    "tile/0/000, application/octet-stream, '" + FOR_EVER + "'",
    "tile/0/002.p/5, application/octet-stream, '" + FOR_EVER + "'",
    "tile/1/000.p/2, application/octet-stream, '" + FOR_EVER + "'",
    "tile/entries/001, application/octet-stream, '" + FOR_EVER + "'",
    "tile/entries/002.p/5, application/octet-stream, '" + FOR_EVER + "'"
  })
  void everybodyIsToldHowLongToKeepIt(String path, String type, String cache) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase(type);
    assertThat(header(answer, "Cache-Control")).isEqualTo(cache);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    HttpResponse<byte[]> head = send(request(path).method("HEAD", noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  private static HttpRequest.BodyPublisher noBody() {
    return HttpRequest.BodyPublishers.noBody();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tile/0/000", "tile/entries/000", "tile/entries/002.p/7"})
  void whatSomebodyHasIsNotSentAgain(String path) throws Exception {
    String tag = header(get(path), "ETag");
    assertThat(send(request(path).header("If-None-Match", tag)).statusCode()).isEqualTo(304);
  }

  @Test
  void entriesAreCompressedForWhoeverAsks() throws Exception {
    byte[] plain = get("tile/entries/000").body();
    HttpResponse<byte[]> small =
        send(request("tile/entries/000").header("Accept-Encoding", "br, gzip"));
    assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(small, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(small.body().length).isLessThan(plain.length * 2 / 3);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/",
        "tile/0",
        "tile/0/0",
        "tile/0/000/",
        "tile/00/000",
        "tile/0/%30%30%30",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/257",
        "tile/0/009",
        "tile/0/003.p/255",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/1/000",
        "tile/1/000.p/4",
        "tile/7/000",
        "tile/8/000",
        "tile/-1/000",
        "tile/0/x36028/x797/x018/x963/967",
        "tile/0/x036/x028/x797/x018/x963/967",
        "tile/7/127",
        "tile/entries/009",
        "tile/entries/x036/x028/x797/x018/x963/967",
        "tile/entries/",
        "tile/entries/000.p/",
        "tile/data/000",
        "tile/0/..%2f..%2fcheckpoint",
        "proof/",
        "proof/-1",
        "proof/01",
        "proof/+1",
        "proof/1.0",
        "proof/99999999",
        "proof/999999999999999999",
        "proof/9223372036854775807",
        "proof/99999999999999999999999",
        "proof/%D9%A1",
        "checkpoint/",
        "checkpoints",
        "key.txt"
      })
  void whatIsNotThereIsNotFoundAndNotKept(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).isBetween(400, 404);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void anOrganisationThatIsNotHereHasNoLog() throws Exception {
    for (String path : List.of("key", "checkpoint", "tile/0/000", "proof/0")) {
      assertThat(send(at("/nobody-here/tlog/" + path)).statusCode()).isEqualTo(404);
    }
  }
}

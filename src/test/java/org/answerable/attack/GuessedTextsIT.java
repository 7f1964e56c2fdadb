package org.answerable.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.testing.ApplicationTest;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.Grown;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.Tile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Attack P14: somebody has a list of 100,000 texts, the true ones among them, and everything that
 * the log serves. Which of them were written? Each is hashed as the log hashes, with every salt
 * that is published anywhere, and with those that careless software would use.
 */
@ApplicationTest
class GuessedTextsIT {
  private static final String ORGANISATION = "baraza-letu";
  private static final int CANDIDATES = 100_000;

  /** So many of the texts below accuse and endanger nobody. */
  private static final int OPENED = 4;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Of every sensitivity, set aside, and added to one before. */
  private static final List<String> TRUE_TEXTS =
      List.of(
          "no syrup 4 the twins since tuesday mto pls",
          "and the nurse said come back in march",
          "dey gve me 5 days of tabs agen",
          "officer signs 4 us in register but no meeting hapened",
          "peer ed says sex first den he gives us the refund",
          "im tired of dis life no reason 2 take meds anymore",
          "SAFE he knows where i sleep",
          "WIN 50000!! send ur pin 2 0700000001",
          "hello",
          "ur office was shut 3 fridays runing");

  @LocalServerPort private int port;

  @Autowired
  @Qualifier("conversation")
  private Inbound inbound;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void noUnpublishedTextIsConfirmed() throws Exception {
    long before = opened();
    for (int i = 0; i < TRUE_TEXTS.size(); i++) {
      // the second is added to the first
      String from = "+2547990000" + (i == 1 ? "00" : "%02d".formatted(i));
      inbound.take(
          new IncomingMessage(
              ORGANISATION,
              UUID.randomUUID().toString(),
              new Address("simulator", from),
              TRUE_TEXTS.get(i),
              Instant.now()));
    }
    untilOpened(before + OPENED);

    String served = everything();
    Set<ByteBuffer> hashes = new HashSet<>();
    HEX.matcher(served).results().forEach(it -> hashes.add(bytes(it.group())));
    List<String> contents = published(served);
    Set<String> confirmed = confirmed(candidates(contents), hashes, salts(served));

    // that the attack works: what is published is found by its salt
    assertThat(contents).isNotEmpty();
    assertThat(confirmed).containsAll(contents).hasSameSizeAs(Set.copyOf(contents));
    assertThat(confirmed).doesNotContainAnyElementsOf(TRUE_TEXTS);
    assertThat(TRUE_TEXTS.stream().filter(it -> it.length() > 10)).noneMatch(served::contains);
  }

  /** Until what is opened of them has been, and the log rests. */
  private void untilOpened(long opened) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long seen = -1;
    while (opened() < opened || size() != seen) {
      assertThat(System.nanoTime()).as("the texts never came into the log").isLessThan(end);
      seen = size();
      Thread.sleep(4000);
    }
  }

  private long opened() throws Exception {
    return bundles().lines().filter(it -> it.contains("\"type\":\"opened\"")).count();
  }

  private List<String> candidates(List<String> contents) {
    List<String> candidates = new ArrayList<>(TRUE_TEXTS);
    candidates.addAll(contents);
    for (int i = 0; candidates.size() < CANDIDATES; i++) {
      candidates.add("no syrup " + i + " kids since monday mto clinic pls");
    }
    return candidates;
  }

  private static Set<String> confirmed(
      List<String> candidates, Set<ByteBuffer> hashes, List<byte[]> published) throws Exception {
    List<byte[]> salts = new ArrayList<>(List.of(new byte[0], new byte[32], new byte[16]));
    salts.addAll(published);
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    Set<String> confirmed = new HashSet<>();
    List<byte[]> tags = List.of(framed("answerable text v1"), framed("answerable content v1"));
    List<byte[]> framedSalts = salts.stream().map(GuessedTextsIT::framed).toList();
    for (String candidate : candidates) {
      byte[] text = candidate.getBytes(StandardCharsets.UTF_8);
      byte[] framed = framed(text);
      if (hashes.contains(ByteBuffer.wrap(sha256.digest(text)))) {
        confirmed.add(candidate);
      }
      for (byte[] tag : tags) {
        for (byte[] salt : framedSalts) {
          sha256.update(tag);
          sha256.update(salt);
          if (hashes.contains(ByteBuffer.wrap(sha256.digest(framed)))) {
            confirmed.add(candidate);
          }
        }
      }
    }
    return confirmed;
  }

  private static List<byte[]> salts(String served) {
    return Pattern.compile("\"salt\":\"([0-9a-f]{64})\"")
        .matcher(served)
        .results()
        .map(it -> it.group(1))
        .distinct()
        .map(hex -> HexFormat.of().parseHex(hex))
        .toList();
  }

  private static byte[] framed(String text) {
    return framed(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Behind its length, as the log's documents say. */
  private static byte[] framed(byte[] field) {
    return ByteBuffer.allocate(Integer.BYTES + field.length)
        .putInt(field.length)
        .put(field)
        .array();
  }

  /** Entries, hashes, texts beside them, feeds and pages. */
  private String everything() throws Exception {
    var all = new StringBuilder(bundles());
    for (Tile tile : Grown.tiles(0, size())) {
      byte[] hashes = get("tlog/" + tile.path());
      for (int at = 0; at < hashes.length; at += 32) {
        all.append('\n').append(HexFormat.of().formatHex(hashes, at, at + 32));
      }
    }
    HEX.matcher(bundles())
        .results()
        .map(it -> it.group())
        .distinct()
        .forEach(hash -> all.append('\n').append(content(hash)));
    for (String path :
        List.of(
            "", "log", "log.atom", "log.json", "log.csv", "log.hxl.csv", "how", "noticeboard")) {
      all.append('\n').append(new String(get(path), StandardCharsets.UTF_8));
    }
    all.append(new String(get("open311/v2/requests.json"), StandardCharsets.UTF_8));
    return all.toString();
  }

  private String content(String hash) {
    try {
      HttpResponse<byte[]> answer = answer("tlog/content/" + hash);
      return answer.statusCode() == 200 ? new String(answer.body(), StandardCharsets.UTF_8) : "";
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** What is published beside the log, to see that the attack finds it. */
  private static List<String> published(String served) {
    return Pattern.compile("\\{\"(?:salt\":\"[0-9a-f]{64}\",\")?text\":\"([^\"\\\\]*)\"")
        .matcher(served)
        .results()
        .map(it -> it.group(1))
        .toList();
  }

  private String bundles() throws Exception {
    var all = new ByteArrayOutputStream();
    for (EntryBundle bundle : Grown.bundles(0, size())) {
      for (byte[] entry : bundle.entries(get("tlog/" + bundle.path()))) {
        all.writeBytes(entry);
        all.write('\n');
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private long size() throws Exception {
    HttpResponse<byte[]> note = answer("tlog/checkpoint");
    return note.statusCode() == 404 ? 0 : Checkpoint.of(SignedNote.parse(note.body())).size();
  }

  private byte[] get(String path) throws Exception {
    HttpResponse<byte[]> answer = answer(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<byte[]> answer(String path) throws Exception {
    String url =
        "http://127.0.0.1:" + port + "/" + ORGANISATION + (path.isEmpty() ? "" : "/" + path);
    return http.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }
}

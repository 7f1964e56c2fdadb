package org.answerable.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.tlog.AddCheckpoint;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.ConsistencyProof;
import org.answerable.tlog.Cosignature;
import org.answerable.tlog.Hash;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignatureType;
import org.answerable.tlog.VerifierKey;
import org.answerable.tlog.WitnessAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A witness for one log, as tlog-witness describes it, in memory; on loopback once it is served.
 *
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness</a>
 */
public final class StandInWitness implements AutoCloseable {
  private static final Response REFUSED = new Response(404, "text/plain", new byte[0]);
  private static final int DRIP_MILLIS = 50;
  private static final int HESITATES_MILLIS = 200;
  private static final int BLOCK_BYTES = 64 * 1024;

  private final KeyPair keys = fresh();
  private final String name;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger contradicted = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable HttpServer server;
  private @Nullable VerifierKey log;
  private long size;
  private Hash head = Hash.EMPTY;
  private volatile Manner manner = Manner.HONEST;

  /** What it answers by HTTP. */
  public record Response(int status, String type, byte[] body) {
    static Response of(int status, String body) {
      return new Response(status, "text/plain", body.getBytes(UTF_8));
    }
  }

  /** How it answers. */
  public enum Manner {
    HONEST,
    /** Honest, after a moment in which somebody can be killed. */
    HESITATES,
    /** Takes the request and never answers. */
    IS_SILENT,
    /** A byte now and then, without an end. */
    DRIPS,
    /** More than anybody wants to read. */
    FLOODS,
    /** 200, and no signature. */
    BABBLES,
    /** 200, and nothing at all. */
    SAYS_NOTHING,
    /** 200, signed under its name with another key. */
    SIGNS_WITH_ANOTHER_KEY,
    /** 200, and the signature is of another tree. */
    SIGNS_ANOTHER_TREE,
    /** 200, and its clock is years ahead. */
    SIGNS_IN_THE_FUTURE,
    /** 409, and what should be a size is none. */
    NAMES_NO_SIZE,
    /** 409, always with the size 0. */
    NAMES_NOTHING,
    /** 409, with more entries than the log has. */
    SAW_MORE,
    /** 409 without a size. */
    SAW_ANOTHER_HEAD,
    /** 422. */
    REFUSES_THE_PROOF,
    /** 403. */
    KNOWS_ANOTHER_KEY,
    /** 400. */
    DOES_NOT_UNDERSTAND,
    /** 429, and to come again after 7 seconds. */
    THROTTLES,
    BREAKS,
    /** Sends on to somebody else. */
    REDIRECTS
  }

  public StandInWitness(String name) {
    this.name = name;
  }

  private static KeyPair fresh() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public VerifierKey key() {
    return VerifierKey.of(name, SignatureType.COSIGNATURE, keys.getPublic());
  }

  /** From here on it watches this log. */
  public synchronized StandInWitness watching(VerifierKey key) {
    log = key;
    return this;
  }

  /** The same, of the log whose key is served there. */
  public void watching(URI logKey) throws IOException, MalformedException {
    try (InputStream served = logKey.toURL().openStream()) {
      watching(VerifierKey.parse(new String(served.readAllBytes(), UTF_8).strip()));
    }
  }

  public void manner(Manner next) {
    manner = next;
  }

  /** As if its disk were lost. */
  public synchronized void forget() {
    size = 0;
    head = Hash.EMPTY;
  }

  /** The largest tree that it has signed. */
  public synchronized long size() {
    return size;
  }

  /** How often it was asked by HTTP. */
  public int asked() {
    return asked.get();
  }

  /** How often it was shown another past than before. */
  public int contradicted() {
    return contradicted.get();
  }

  public synchronized Response addCheckpoint(byte[] body, Instant now) {
    AddCheckpoint request;
    Checkpoint checkpoint;
    try {
      request = AddCheckpoint.parse(body);
      checkpoint = Checkpoint.of(request.checkpoint());
    } catch (MalformedException e) {
      return Response.of(400, "");
    }
    if (log == null || !checkpoint.origin().equals(log.name())) {
      return REFUSED;
    }
    if (!request.checkpoint().isSignedBy(log)) {
      return Response.of(403, "");
    }
    if (request.oldSize() != size) {
      return new Response(409, WitnessAnswer.SIZE_TYPE, (size + "\n").getBytes(UTF_8));
    }
    if (size == checkpoint.size() && !head.equals(checkpoint.head())) {
      contradicted.incrementAndGet();
      return Response.of(409, "");
    }
    if (!new ConsistencyProof(size, checkpoint.size(), request.path())
        .verifies(head, checkpoint.head())) {
      contradicted.incrementAndGet();
      return Response.of(422, "");
    }
    size = checkpoint.size();
    head = checkpoint.head();
    return signed(keys, checkpoint.text(), now);
  }

  private Response signed(KeyPair with, String text, Instant time) {
    return Response.of(200, Cosignature.sign(name, with, text, time).line());
  }

  /** Names it in a configuration, before that is read; alone among the file's last lines. */
  public void nameIn(Path organisation) throws IOException {
    Files.writeString(
        organisation,
        "%nwitnesses:%n  - { key: \"%s\", url: %s }%n".formatted(key(), url()),
        StandardOpenOption.APPEND);
  }

  /** Where it is asked; it listens from the first time on. */
  public synchronized URI url() {
    if (server == null) {
      try {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/w" + AddCheckpoint.PATH, this::answer);
      server.start();
    }
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/w");
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    byte[] body = exchange.getRequestBody().readAllBytes();
    try (exchange) {
      switch (manner) {
        case IS_SILENT -> await(closing, 60_000);
        case HESITATES -> {
          await(closing, HESITATES_MILLIS);
          send(exchange, response(body));
        }
        case DRIPS -> pour(exchange, new byte[] {'x'}, DRIP_MILLIS);
        case FLOODS -> pour(exchange, new byte[BLOCK_BYTES], 0);
        default -> send(exchange, response(body));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Response response(byte[] body) {
    Instant now = Instant.now();
    String more = "x\n999\n" + Hash.EMPTY.base64() + "\n";
    return switch (manner) {
      case HONEST, HESITATES, IS_SILENT, DRIPS, FLOODS -> addCheckpoint(body, now);
      case BABBLES -> Response.of(200, "cosigned\n");
      case SAYS_NOTHING -> Response.of(200, "");
      case SIGNS_WITH_ANOTHER_KEY -> signed(fresh(), text(body), now);
      case SIGNS_ANOTHER_TREE -> signed(keys, more, now);
      case SIGNS_IN_THE_FUTURE -> signed(keys, text(body), now.plusSeconds(99_999_999));
      case NAMES_NO_SIZE -> new Response(409, WitnessAnswer.SIZE_TYPE, "many\n".getBytes(UTF_8));
      case NAMES_NOTHING -> new Response(409, WitnessAnswer.SIZE_TYPE, "0\n".getBytes(UTF_8));
      case SAW_MORE -> new Response(409, WitnessAnswer.SIZE_TYPE, "99999999\n".getBytes(UTF_8));
      case SAW_ANOTHER_HEAD -> Response.of(409, "");
      case REFUSES_THE_PROOF -> Response.of(422, "");
      case KNOWS_ANOTHER_KEY -> Response.of(403, "");
      case DOES_NOT_UNDERSTAND -> Response.of(400, "");
      case THROTTLES -> Response.of(429, "");
      case BREAKS -> Response.of(503, "");
      case REDIRECTS -> Response.of(307, "");
    };
  }

  private static String text(byte[] body) {
    try {
      return AddCheckpoint.parse(body).checkpoint().text();
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  private void send(HttpExchange exchange, Response response) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", response.type);
    if (manner == Manner.THROTTLES) {
      exchange.getResponseHeaders().add("Retry-After", "7");
    }
    if (manner == Manner.REDIRECTS) {
      exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
    }
    exchange.sendResponseHeaders(
        response.status, response.body.length == 0 ? -1 : response.body.length);
    if (response.body.length > 0) {
      exchange.getResponseBody().write(response.body);
    }
  }

  /** Until nobody reads any more. */
  private void pour(HttpExchange exchange, byte[] block, int millis)
      throws IOException, InterruptedException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int blocks = 0; blocks < 2000 && !await(closing, millis); blocks++) {
        out.write(block);
        out.flush();
      }
    }
  }

  private static boolean await(CountDownLatch latch, int millis) throws InterruptedException {
    return latch.await(millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void close() {
    closing.countDown();
    if (server != null) {
      server.stop(0);
    }
  }
}

package org.answerable.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.answerable.testing.HeldMessages.Held;

/**
 * Twilio on loopback. It takes messages as {@code api-url}, answers them as it is told, and calls
 * webhooks with signatures as Twilio's documentation describes them, made without Twilio's library.
 */
public final class StandInTwilio implements AutoCloseable {
  public static final String ACCOUNT = "AC00000000000000000000000000000000";
  public static final String AUTH_TOKEN = "stand-in-token";

  /** That people text. */
  public static final String NUMBER = "+99955500000";

  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger posted = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HeldMessages held = new HeldMessages();
  private volatile Answer answer = Answer.ACCEPTS;
  private volatile int takes;
  private volatile InstantSource clock = InstantSource.system();
  private volatile Runnable whenPosted = () -> {};
  private volatile Runnable whenTaken = () -> {};

  public StandInTwilio() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** How a message is answered. */
  public enum Answer {
    ACCEPTS(201, 0),
    /** 429, and to come again after 7 seconds. */
    THROTTLES(429, 20429),
    BREAKS(503, 0),
    /** Takes the message and never answers. */
    IS_SILENT(0, 0),
    /** Takes the message and answers what is no JSON. */
    BABBLES(201, 0),
    /** The token is an old one. */
    KNOWS_NOT_US(401, 20003),
    /** The account is suspended. */
    SUSPENDS_US(403, 20005),
    /** Takes the message, and says that it is broken. */
    TAKES_AND_BREAKS(503, 0),
    SAYS_STOPPED(400, 21610),
    KNOWS_NO_SUCH_PHONE(400, 21211),
    REFUSES(400, 21612);

    private final int status;
    private final int code;

    private boolean takes() {
      return switch (this) {
        case ACCEPTS, IS_SILENT, BABBLES, TAKES_AND_BREAKS -> true;
        case THROTTLES,
            BREAKS,
            KNOWS_NOT_US,
            SUSPENDS_US,
            SAYS_STOPPED,
            KNOWS_NO_SUCH_PHONE,
            REFUSES ->
            false;
      };
    }

    Answer(int status, int code) {
      this.status = status;
      this.code = code;
    }
  }

  /** A message as it was posted to Twilio. */
  public record Sent(String path, String to, String from, String body) {}

  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it says of our number, as JSON; empty: that there is none. */
  public void number(String json) {
    held.number(json);
  }

  /** Everything that was posted, whatever the answer was. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  public void answer(Answer next) {
    answer = next;
  }

  /** So many messages more are taken, and those after them are answered otherwise. */
  public void answerAfter(int messages, Answer next) {
    takes = sent.size() + messages;
    answer = next;
  }

  /** By which it dates what it holds. */
  public void clock(InstantSource next) {
    clock = next;
  }

  /**
   * Does something before a message is taken, and something after it is taken and before the
   * answer.
   */
  public void whenPosted(Runnable before, Runnable after) {
    whenPosted = before;
    whenTaken = after;
  }

  /** As if all that it holds had come so much earlier. */
  public void age(Duration by) {
    held.age(by);
  }

  /** What it took to send, in the order of the ids: the bodies for one phone. */
  public List<String> taken(String to) {
    return held.all().stream()
        .filter(one -> one.direction().equals("outbound-api") && one.to().equals(to))
        .map(Held::body)
        .toList();
  }

  /**
   * Delivers a text as Twilio does.
   *
   * @param server where the application listens
   * @param publicUrl what it is configured to be called
   */
  public HttpResponse<String> text(
      URI server, String publicUrl, String channel, String id, String from, String body)
      throws IOException, InterruptedException {
    return text(server, publicUrl, channel, id, from, body, Map.of());
  }

  /**
   * The same.
   *
   * @param more fields of the form
   */
  public HttpResponse<String> text(
      URI server,
      String publicUrl,
      String channel,
      String id,
      String from,
      String body,
      Map<String, String> more)
      throws IOException, InterruptedException {
    var fields = new TreeMap<>(more);
    fields.putAll(
        Map.of(
            "MessageSid",
            id,
            "SmsSid",
            id,
            "AccountSid",
            ACCOUNT,
            "From",
            from,
            "To",
            NUMBER,
            "Body",
            body,
            "NumMedia",
            "0",
            "NumSegments",
            "1",
            "ApiVersion",
            "2010-04-01"));
    String path = "/channels/twilio/" + channel;
    held.holdOnce(new Held(id, "inbound", from, NUMBER, body, "received", Instant.now()));
    var answered = deliver(server, path, publicUrl, fields);
    if (answered.body().contains("<Message>")) {
      holdOutgoing(id + "R", "outbound-reply", from, "delivered", Instant.now());
    }
    return answered;
  }

  /** Twilio holds a message that it was given. */
  public void holdOutgoing(String id, String direction, String to, String status, Instant at) {
    holdOutgoing(id, direction, to, "", status, at);
  }

  /** The same, with its words. */
  public void holdOutgoing(
      String id, String direction, String to, String body, String status, Instant at) {
    held.hold(new Held(id, direction, NUMBER, to, body, status, at));
  }

  /** Twilio holds a message that it could not deliver to us. */
  public void holdIncoming(String id, String from) {
    holdIncoming(id, from, Instant.now());
  }

  /** The same, of a moment. */
  public void holdIncoming(String id, String from, Instant at) {
    holdIncoming(id, from, "", at);
  }

  /** The same, with its words. */
  public void holdIncoming(String id, String from, String body, Instant at) {
    held.hold(new Held(id, "inbound", from, NUMBER, body, "received", at));
  }

  /** This one can't be deleted. */
  public void notYet(String id) {
    held.notYet(id);
  }

  /** Whether each deletion is refused, with a status that is no other's. */
  public void refusesToDelete(boolean each) {
    held.refuses(each);
  }

  /** What is listed is gone by the time it is deleted. */
  public void forgetsBetween() {
    held.forgetBetween();
  }

  /** As if it had just been started. */
  public void startAnew() {
    sent.clear();
    asked.clear();
    held.clear();
    answer = Answer.ACCEPTS;
    clock = InstantSource.system();
    whenPosted(() -> {}, () -> {});
  }

  /** The ids of all that is held, both ways. */
  public List<String> held() {
    return held.all().stream().map(Held::sid).toList();
  }

  /** What was asked and deleted, in its order: the method and the path's end. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private HttpResponse<String> deliver(
      URI server, String path, String publicUrl, Map<String, String> fields)
      throws IOException, InterruptedException {
    return post(server.resolve(path), Visitor.form(fields), signature(publicUrl + path, fields));
  }

  /** Posts a form with a signature. */
  public HttpResponse<String> post(URI url, String form, String signature)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("X-Twilio-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /**
   * {@code base64(HMAC-SHA1(auth token, url ‖ name ‖ value …))}, names in order.
   *
   * @see <a href="https://www.twilio.com/docs/usage/security">Twilio: validating requests</a>
   */
  public static String signature(String url, Map<String, String> fields) {
    var signed = new StringBuilder(url);
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(AUTH_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] hash = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> fields = Forms.fields(body);
      Answer now = sent.size() < takes ? Answer.ACCEPTS : answer;
      String path = exchange.getRequestURI().getPath();
      if (!exchange.getRequestMethod().equals("POST")) {
        look(exchange, path, now);
        return;
      }
      whenPosted.run();
      String id = "SM%032d".formatted(posted.incrementAndGet());
      sent.add(
          new Sent(
              path,
              fields.getOrDefault("To", ""),
              fields.getOrDefault("From", ""),
              fields.getOrDefault("Body", "")));
      if (now.takes()) {
        String to = fields.getOrDefault("To", "");
        String from = fields.getOrDefault("From", "");
        String words = fields.getOrDefault("Body", "");
        held.hold(new Held(id, "outbound-api", from, to, words, "delivered", clock.instant()));
      }
      whenTaken.run();
      if (now == Answer.IS_SILENT) {
        closing.await();
        return;
      }
      byte[] json = json(now, id, fields).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      if (now == Answer.THROTTLES) {
        exchange.getResponseHeaders().add("Retry-After", "7");
      }
      exchange.sendResponseHeaders(now.status, json.length);
      exchange.getResponseBody().write(json);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lists, or deletes. */
  private void look(HttpExchange exchange, String path, Answer now) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + path.replaceAll(".*/", ""));
    boolean deletes = exchange.getRequestMethod().equals("DELETE");
    int status = now != Answer.ACCEPTS ? now.status : deletes ? held.delete(path) : 200;
    String query = exchange.getRequestURI().getRawQuery();
    String json =
        status == 409
            ? "{\"code\":20009,\"message\":\"not yet\",\"status\":409}"
            : status == 200
                ? held.page(path, Forms.fields(query == null ? "" : query))
                : "{\"code\":%d,\"message\":\"refused\",\"status\":%d}".formatted(now.code, status);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
    if (status != 204) {
      exchange.getResponseBody().write(bytes);
    }
  }

  /** What is refused is quoted, as Twilio does. */
  private static String json(Answer now, String id, Map<String, String> fields) {
    return switch (now) {
      case ACCEPTS -> "{\"sid\":\"%s\",\"status\":\"queued\"}".formatted(id);
      case BABBLES -> "<html>";
      case THROTTLES,
          BREAKS,
          IS_SILENT,
          KNOWS_NOT_US,
          SUSPENDS_US,
          TAKES_AND_BREAKS,
          SAYS_STOPPED,
          KNOWS_NO_SUCH_PHONE,
          REFUSES ->
          "{\"code\":%d,\"message\":\"'%s' is refused\",\"status\":%d}"
              .formatted(now.code, fields.getOrDefault("To", ""), now.status);
    };
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    http.close();
  }
}

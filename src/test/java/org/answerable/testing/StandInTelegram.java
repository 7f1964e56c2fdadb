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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Telegram on loopback, as far as a bot sees it: it keeps updates until they are confirmed, takes
 * what the bot sends, and calls its webhook. It knows one token.
 *
 * @see <a href="https://core.telegram.org/bots/api">Telegram: Bot API</a>
 */
public final class StandInTelegram implements AutoCloseable {
  private static final Set<String> SHOWING = Set.of("sendMessage", "editMessageText");
  public static final String TOKEN = "700001:AAstand-in_token-of-a-bot";
  public static final String SECRET = "stand-in_secret-of-a-webhook";

  private static final JsonMapper JSON = new JsonMapper();
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Made> made = new CopyOnWriteArrayList<>();
  private final TreeMap<Long, String> waiting = new TreeMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final TelegramUpdates updates = new TelegramUpdates();
  private volatile Answer answer = Answer.ACCEPTS;
  private volatile Answer answerToPolling = Answer.ACCEPTS;
  private volatile String refused = "";
  private volatile long oldestDeletable;
  private final List<Long> deleted = new CopyOnWriteArrayList<>();
  private volatile Runnable beforeSending = () -> {};
  private volatile Runnable afterTelling = () -> {};
  private long messages = 10_000;

  public StandInTelegram() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** How a call is answered. */
  public enum Answer {
    ACCEPTS(200, ""),
    /** To come again after 7 seconds. */
    THROTTLES(429, "Too Many Requests: retry after 7"),
    BREAKS(502, "Bad Gateway"),
    /** Takes it and never answers. */
    IS_SILENT(0, ""),
    /** Takes it and answers what is no JSON. */
    BABBLES(200, ""),
    KNOWS_NOT_US(401, "Unauthorized"),
    SAYS_STOPPED(403, "Forbidden: bot was blocked by the user"),
    KNOWS_NO_SUCH_PHONE(403, "Forbidden: user is deactivated"),
    REFUSES(400, "Bad Request: chat not found"),
    /** Somebody else asks for the same bot's updates. */
    HAS_ANOTHER(409, "Conflict: terminated by other getUpdates request");

    private final int status;
    private final String description;

    Answer(int status, String description) {
      this.status = status;
      this.description = description;
    }
  }

  /** A call that was made, by its path and its JSON. */
  public record Made(String path, JsonNode json) {
    public String method() {
      return path.replaceAll(".*/", "");
    }
  }

  /** A message that reached a chat. */
  public record Sent(long chat, String text, List<Button> buttons) {}

  public record Button(String label, String data) {}

  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What people do. */
  public TelegramUpdates people() {
    return updates;
  }

  public void answer(Answer next) {
    answer = next;
  }

  /** Refuses one method, whatever else it accepts. */
  public void refuses(String method) {
    refused = method;
  }

  /** Refuses to delete messages with smaller numbers: they are older than 48 hours. */
  public void deletesFrom(long oldest) {
    oldestDeletable = oldest;
  }

  /** The numbers of the messages that it deleted. */
  public List<Long> deleted() {
    return List.copyOf(deleted);
  }

  public void answerToPolling(Answer next) {
    answerToPolling = next;
  }

  /** Something that happens when a message arrives, before it is answered. */
  public void beforeSending(Runnable what) {
    beforeSending = what;
  }

  /** Something that happens when updates were told, and are not confirmed yet. */
  public void afterTelling(Runnable what) {
    afterTelling = what;
  }

  /** Keeps an update until it is confirmed. */
  public TelegramUpdates.One tell(TelegramUpdates.One one) {
    synchronized (waiting) {
      waiting.put(one.id(), one.json());
      waiting.notifyAll();
    }
    return one;
  }

  /** The updates that are not confirmed. */
  public int waiting() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  /** Everything that was called, whatever the answer was. */
  public List<Made> made() {
    return List.copyOf(made);
  }

  public List<Made> made(String method) {
    return made.stream().filter(one -> one.method().equalsIgnoreCase(method)).toList();
  }

  /** The messages that came, whatever the answer was. */
  public List<Sent> sent() {
    return made("sendMessage").stream().map(one -> sent(one.json())).toList();
  }

  /** Posts an update to a webhook, as Telegram does. */
  public HttpResponse<String> deliver(URI server, String channel, String json)
      throws IOException, InterruptedException {
    return deliver(server, channel, json, SECRET);
  }

  public HttpResponse<String> deliver(URI server, String channel, String json, String secret)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve("/channels/telegram/" + channel))
            .header("Content-Type", "application/json")
            .header("X-Telegram-Bot-Api-Secret-Token", secret)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The messages that a webhook's own answer carries, or changes. */
  public static List<Sent> inAnswer(String body) {
    if (body.isEmpty()) {
      return List.of();
    }
    JsonNode call = JSON.readTree(body);
    return SHOWING.contains(call.get("method").asString()) ? List.of(sent(call)) : List.of();
  }

  private static Sent sent(JsonNode call) {
    var buttons = new ArrayList<Button>();
    call.path("reply_markup")
        .path("inline_keyboard")
        .forEach(
            row ->
                row.forEach(
                    button ->
                        buttons.add(
                            new Button(
                                button.get("text").asString(),
                                button.get("callback_data").asString()))));
    return new Sent(call.get("chat_id").asLong(), call.get("text").asString(), buttons);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var call = new Made(path, JSON.readTree(body));
      made.add(call);
      boolean polls = call.method().equals("getUpdates");
      Answer now = polls ? answerToPolling : answer;
      if (call.method().equals("sendMessage")) {
        beforeSending.run();
        now = answer;
      }
      if (call.method().equals(refused) || isTooOld(call)) {
        now = Answer.REFUSES;
      }
      if (!path.contains("/bot" + TOKEN + "/")) {
        now = Answer.KNOWS_NOT_US;
      }
      if (now == Answer.IS_SILENT) {
        closing.await();
        return;
      }
      write(exchange, now, now == Answer.ACCEPTS ? result(call) : "");
      if (polls && now == Answer.ACCEPTS) {
        afterTelling.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTooOld(Made call) {
    if (!call.method().equals("deleteMessages")) {
      return false;
    }
    var ids = new ArrayList<Long>();
    call.json().get("message_ids").forEach(id -> ids.add(id.asLong()));
    boolean tooOld = ids.stream().anyMatch(id -> id < oldestDeletable);
    if (!tooOld) {
      deleted.addAll(ids);
    }
    return tooOld;
  }

  private String result(Made call) throws InterruptedException {
    return switch (call.method().toLowerCase(Locale.ROOT)) {
      case "getme" -> "{\"id\":700001,\"is_bot\":true,\"username\":\"stand_in_bot\"}";
      case "getupdates" -> updates(call.json());
      case "sendmessage" -> "{\"message_id\":" + ++messages + ",\"date\":1795000000}";
      default -> "true";
    };
  }

  /** Forgets what is confirmed, and waits for something to tell as long as it is asked to. */
  private String updates(JsonNode asked) throws InterruptedException {
    long offset = asked.path("offset").asLong(0);
    long end = System.nanoTime() + Duration.ofSeconds(asked.path("timeout").asLong(0)).toNanos();
    synchronized (waiting) {
      waiting.headMap(offset).clear();
      while (waiting.isEmpty() && System.nanoTime() < end && closing.getCount() > 0) {
        waiting.wait(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
      }
      return waiting.values().stream()
          .limit(asked.path("limit").asInt(100))
          .collect(Collectors.joining(",", "[", "]"));
    }
  }

  private static void write(HttpExchange exchange, Answer now, String result) throws IOException {
    String json =
        switch (now) {
          case ACCEPTS -> "{\"ok\":true,\"result\":" + result + "}";
          case BABBLES -> "<html>";
          case THROTTLES ->
              "{\"ok\":false,\"error_code\":429,\"description\":\"%s\",\"parameters\":{\"retry_after\":7}}"
                  .formatted(now.description);
          default ->
              "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}"
                  .formatted(now.status, now.description);
        };
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(now.status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closing.countDown();
    synchronized (waiting) {
      waiting.notifyAll();
    }
    server.stop(0);
    http.close();
  }
}

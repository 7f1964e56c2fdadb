package org.answerable.channel.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.answerable.organisation.ChannelConfig;

/**
 * Telegram as one bot calls it: each call once. The token stands in every address, so that none
 * leaves this class, and no exception does either. Safe for use by many threads.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Telegram: making requests</a>
 */
final class BotApi {
  private static final String TELEGRAM = "https://api.telegram.org";
  private final HttpClient http;
  private final String base;
  private final Duration wait;

  /**
   * @param wait at most for the connection, and again for the answer
   */
  BotApi(ChannelConfig.Telegram config, Duration wait) {
    URI given = config.apiUrl();
    String host = given == null ? TELEGRAM : given.toString().replaceAll("/+$", "");
    this.base = host + "/bot" + config.token() + "/";
    this.wait = wait;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(wait)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * @throws InterruptedException when this thread is asked to end
   */
  Answer call(Call call) throws InterruptedException {
    return call(call, Duration.ZERO);
  }

  /**
   * @param held how long Telegram is asked to hold its answer back
   */
  Answer call(Call call, Duration held) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + call.method()))
            .timeout(wait.plus(held))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return Answer.of(answer.statusCode(), answer.body());
    } catch (HttpConnectTimeoutException | ConnectException | SSLHandshakeException before) {
      return new Answer.Unsent(before.getClass().getSimpleName());
    } catch (IOException e) {
      return new Answer.Unanswered(e.getClass().getSimpleName());
    }
  }

  void close() {
    http.shutdownNow();
  }
}

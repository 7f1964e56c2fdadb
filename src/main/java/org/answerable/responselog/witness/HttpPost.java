package org.answerable.responselog.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.answerable.tlog.SignedNote;

/**
 * Asks by HTTP. Redirects are not followed: the address that the organisation named is asked. Safe
 * for use by many threads.
 */
final class HttpPost implements Post, AutoCloseable {
  /** For all of an answer, however slowly it drips. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A cosignature has some 150 bytes; a witness may send those of other keys too. */
  static final int ANSWER_BYTES_MAX = SignedNote.SIGNATURES_MAX * 1024;

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
  private final Duration patience;
  private final HttpClient client;

  HttpPost(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .build();
  }

  @Override
  public Reply send(URI url, byte[] body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(patience)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
    try {
      return reply(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole answer");
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static Reply reply(HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    Optional<Duration> after =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(value -> SECONDS.matcher(value).matches())
            .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    return new Reply(
        answer.statusCode(),
        type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
        answer.body(),
        after);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

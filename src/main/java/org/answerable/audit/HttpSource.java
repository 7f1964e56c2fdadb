package org.answerable.audit;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A log that somebody serves. Redirects are not followed: the address that was given is asked. */
final class HttpSource implements Source {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private static final String LOG = "/tlog";

  private final String home;
  private final HttpClient client;

  /**
   * @param home of the organisation's page, without a slash at the end
   */
  HttpSource(String home) {
    this.home = home;
    this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  }

  @Override
  public Optional<byte[]> find(String path, int bytesMax) throws Finding, IOException {
    return get(LOG + "/" + path, path, bytesMax);
  }

  @Override
  public Optional<byte[]> beside(String name, int bytesMax) throws Finding, IOException {
    return get("/" + name, name, bytesMax);
  }

  @Override
  public boolean hasPages() {
    return true;
  }

  private Optional<byte[]> get(String place, String path, int bytesMax)
      throws Finding, IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(home + place))
            .timeout(PATIENCE)
            .header("Cache-Control", "no-cache")
            .build();
    HttpResponse<InputStream> response = send(request);
    try (InputStream body = response.body()) {
      return switch (response.statusCode()) {
        case OK -> Optional.of(Bounded.read(body, path, bytesMax));
        case NOT_FOUND, GONE -> Optional.empty();
        default -> throw new IOException(path + " was answered " + response.statusCode());
      };
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw new IOException("nobody answers at " + home, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }
}

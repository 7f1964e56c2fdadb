package org.answerable.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a browser fetches to show a page the first time, compressed as it travels.
 *
 * @param bytes of the page and all that it loads
 * @param loads the addresses of what it loads
 */
public record FirstView(int bytes, List<String> loads) {
  /** Of a first view on a dear connection: about what TCP sends before it waits for an answer. */
  public static final int BYTES_MAX = 14 * 1024;

  private static final Pattern LOADED =
      Pattern.compile(
          "<link rel=\"(?:stylesheet|icon|preload)\"[^>]* href=\"([^\"]+)\""
              + "|<(?:script|img|iframe|source|object|embed)[^>]* (?:src|data)=\"([^\"]+)\""
              + "|url\\(\"?([^)\"#][^)\"]*)");

  /**
   * Fetches a page and what it loads.
   *
   * @throws AssertionError when it would load something of somebody else
   */
  public static FirstView of(URI server, String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      Set<String> loads = new LinkedHashSet<>();
      int bytes = 0;
      List<String> open = new ArrayList<>(List.of(path));
      while (!open.isEmpty()) {
        HttpResponse<byte[]> answer = fetch(client, server.resolve(open.removeFirst()));
        bytes += answer.body().length;
        for (String address : loaded(text(answer))) {
          if (!address.startsWith("/") || address.startsWith("//")) {
            throw new AssertionError(path + " loads " + address);
          }
          if (loads.add(address)) {
            open.add(address);
          }
        }
      }
      return new FirstView(bytes, List.copyOf(loads));
    }
  }

  private static List<String> loaded(String text) {
    return LOADED
        .matcher(text)
        .results()
        .map(
            it ->
                it.group(1) != null ? it.group(1) : it.group(2) != null ? it.group(2) : it.group(3))
        .toList();
  }

  private static HttpResponse<byte[]> fetch(HttpClient client, URI url)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(url).header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new AssertionError(url + " was answered " + answer.statusCode());
    }
    return answer;
  }

  private static String text(HttpResponse<byte[]> answer) throws IOException {
    if (answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isEmpty()) {
      throw new AssertionError(answer.uri() + " is not compressed");
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}

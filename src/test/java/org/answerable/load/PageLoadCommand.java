package org.answerable.load;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.testing.RunningServer;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how many times a second the public page is served, beside nginx with the same bytes and
 * headers: {@code mvn -q spring-boot:test-run@page-load}. Needs nginx and wrk. What it tells is in
 * docs/performance.md.
 */
public final class PageLoadCommand {
  private static final String PAGE = "/baraza-letu";
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern FAILED = Pattern.compile("Non-2xx.*|Socket errors.*");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final LoadOptions options;
  private final PrintStream out;

  private PageLoadCommand(LoadOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    List<String> missing = List.of("nginx", "wrk").stream().filter(it -> !isThere(it)).toList();
    if (!missing.isEmpty()) {
      System.err.println(
          "Not measured, for this needs %s (Debian: apt-get install nginx-light wrk)."
              .formatted(String.join(" and ", missing)));
      System.exit(1);
    }
    try {
      new PageLoadCommand(LoadOptions.parse(args), System.out).run();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(LoadOptions.USAGE);
      System.exit(2);
    }
  }

  private static boolean isThere(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void run() throws IOException, InterruptedException {
    Path scratch = Path.of("target", "page-load").toAbsolutePath();
    FileSystemUtils.deleteRecursively(scratch);
    Files.createDirectories(scratch);
    var server =
        RunningServer.prepare(scratch.resolve("data"), Map.of("server.address", "127.0.0.1"));
    try (server) {
      server.jvm(options.jvm()).start();
      HttpResponse<byte[]> page = settled(server.url(PAGE));
      try (var nginx = Nginx.serving(page, scratch.resolve("nginx"))) {
        if (!Arrays.equals(page.body(), fetch(nginx.url()).body())) {
          throw new IllegalStateException("nginx serves other bytes");
        }
        out.printf("%nThe page: %d bytes, compressed%n", page.body().length);
        measure(server.url(PAGE), nginx.url());
      }
    }
  }

  /** The page once the demo has told its story: it stays the same for some seconds. */
  private static HttpResponse<byte[]> settled(URI url) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<byte[]> before = fetch(url);
    while (System.nanoTime() < end) {
      Thread.sleep(5000);
      HttpResponse<byte[]> now = fetch(url);
      if (Arrays.equals(before.body(), now.body())) {
        return now;
      }
      before = now;
    }
    throw new IllegalStateException("the page never settled");
  }

  private static HttpResponse<byte[]> fetch(URI url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(url).header("Accept-Encoding", "gzip").build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private void measure(URI ours, URI theirs) throws IOException, InterruptedException {
    int most = options.connections().getLast();
    rate(ours, most, options.warmUp());
    rate(theirs, most, Duration.ofSeconds(2));
    out.println();
    out.println("| connections | pages/s | pages/s (nginx) | ratio | least–most |");
    out.println("| --- | --- | --- | --- | --- |");
    for (int connections : options.connections()) {
      List<Double> here = new ArrayList<>();
      List<Double> there = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < options.rounds(); round++) {
        here.add(rate(ours, connections, options.round()));
        there.add(rate(theirs, connections, options.round()));
        ratios.add(here.getLast() / there.getLast());
      }
      ratios.sort(null);
      out.printf(
          Locale.ROOT,
          "| %d | %,.0f | %,.0f | %.2f | %.2f–%.2f |%n",
          connections,
          median(here),
          median(there),
          median(ratios),
          ratios.getFirst(),
          ratios.getLast());
    }
  }

  private static double median(List<Double> figures) {
    double[] sorted = figures.stream().mapToDouble(it -> it).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double rate(URI url, int connections, Duration time)
      throws IOException, InterruptedException {
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + time.toSeconds() + "s",
                "-H",
                "Accept-Encoding: gzip",
                url.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(wrk.getInputStream().readAllBytes());
    wrk.waitFor();
    Matcher rate = RATE.matcher(said);
    if (!rate.find() || FAILED.matcher(said).find()) {
      throw new IllegalStateException("wrk says: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }
}

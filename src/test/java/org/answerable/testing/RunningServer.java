package org.answerable.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The application in a process of its own, which a test may kill and start again on the same
 * folder: {@code try (var server = RunningServer.start(folder, Map.of())) { … }}. Its port stays
 * the same over restarts.
 */
public final class RunningServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int FIRST_PORT = 20_000;
  private static final int FIRST_PORT_OF_ANY = 32_768;
  private static final int PORTS_TRIED = 100;
  private static final String PROGRAMS = "answerable.postgres-programs";
  private static final Pattern INVITATION = Pattern.compile("/invitation/([\\w-]{20,})");
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(STOP_LIMIT).build();
  private final Path dataDir;
  private final Path output;
  private final int port;
  private final int managementPort;
  private final Map<String, String> properties = new TreeMap<>();
  private final Map<String, String> environment = new TreeMap<>();
  private List<String> jvm = quick();
  private @Nullable Process process;
  private int printedBefore;

  private RunningServer(Path dataDir, Map<String, String> given) throws IOException {
    this.dataDir = dataDir.toAbsolutePath();
    this.output = this.dataDir.resolveSibling(this.dataDir.getFileName() + ".log");
    this.port = freePort();
    this.managementPort = freePort();
    properties.put("server.port", Integer.toString(port));
    properties.put("management.server.port", Integer.toString(managementPort));
    properties.put("answerable.data-dir", this.dataDir.toString());
    properties.put("answerable.public-url", url("").toString());
    properties.putAll(given);
  }

  /** Starts on the folder, which need not exist, and waits until it is healthy. */
  public static RunningServer start(Path dataDir, Map<String, String> properties)
      throws IOException {
    RunningServer server = prepare(dataDir, properties);
    server.start();
    return server;
  }

  /** Not started yet. */
  public static RunningServer prepare(Path dataDir, Map<String, String> properties)
      throws IOException {
    return new RunningServer(dataDir, properties);
  }

  /** Sets a variable for the next start: secrets come to the application this way alone. */
  public RunningServer environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Sets a property for the next starts. */
  public RunningServer property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /** As short a start as there is; the programs of PostgreSQL are unpacked once for all. */
  private static List<String> quick() {
    var options =
        new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    String programs = System.getProperty(PROGRAMS);
    if (programs != null) {
      options.add("-D" + PROGRAMS + "=" + programs);
    }
    return options;
  }

  /** Options of its virtual machine, instead of those that make starts quick. */
  public RunningServer jvm(List<String> options) {
    jvm = List.copyOf(options);
    return this;
  }

  /** Starts, and waits until it is healthy. */
  public void start() throws IOException {
    launch();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!isHealthy()) {
      if (!process().isAlive()) {
        throw new IllegalStateException("the application has ended:\n" + output());
      }
      if (System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("not healthy after " + START_LIMIT + ":\n" + output());
      }
      pause();
    }
  }

  /** Starts without waiting for anything. */
  public void launch() throws IOException {
    Files.createDirectories(dataDir.getParent());
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(),
            "org.answerable.Answerable",
            "serve"));
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    printedBefore = output().length();
    process = builder.start();
  }

  /** Whether {@code /actuator/health} says so. */
  public boolean isHealthy() {
    try {
      var request = HttpRequest.newBuilder(url("/actuator/health")).timeout(STOP_LIMIT).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** An address on it: {@code url("/inbox")}. */
  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public URI managementUrl(String path) {
    return URI.create("http://127.0.0.1:" + managementPort + path);
  }

  public Path dataDir() {
    return dataDir;
  }

  /** All that it has printed, over all its starts. */
  public String output() {
    try {
      return Files.exists(output) ? Files.readString(output) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The token that this start printed for the first leader, those of earlier ones have ended. It is
   * printed a little after the start is healthy.
   */
  public String invitation() {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      Matcher printed = INVITATION.matcher(output().substring(printedBefore));
      if (printed.find()) {
        return printed.group(1);
      }
      pause();
    }
    throw new IllegalStateException("no invitation is printed:\n" + output());
  }

  public long pid() {
    return process().pid();
  }

  /** Ends the application alone, as kill -9 does; its PostgreSQL lives on. */
  public void kill() {
    process().destroyForcibly();
    awaitExit();
  }

  /** Ends the application, PostgreSQL and Redis, as kill -9 of everything does. */
  public void killEverything() {
    List<ProcessHandle> servers = leftovers();
    process().destroyForcibly();
    servers.forEach(ProcessHandle::destroyForcibly);
    awaitExit();
    servers.forEach(server -> server.onExit().join());
  }

  /** SIGTERM; waits until the application has ended. */
  public int terminate() {
    process().destroy();
    return awaitExit();
  }

  /** Waits for the application to end by itself. */
  public int awaitExit() {
    try {
      if (!process().waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("still running after " + STOP_LIMIT);
      }
      return process().exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Processes, other than the application, that work on its folder. */
  public List<ProcessHandle> leftovers() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.pid() != process().pid() && p.pid() != ProcessHandle.current().pid())
        .filter(p -> commandLine(p).contains(dataDir + "/"))
        .toList();
  }

  /** Ends it with all that belongs to it. */
  @Override
  public void close() {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      awaitExit();
    } finally {
      process.destroyForcibly();
      leftovers().forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  private Process process() {
    if (process == null) {
      throw new IllegalStateException("not started");
    }
    return process;
  }

  /** Without the tests' own classes, whose components would be found. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(":"))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
        .collect(Collectors.joining(":"));
  }

  /** Not one that the system gives to whoever asks for any, for it may do so before the start. */
  private static int freePort() throws IOException {
    for (int attempt = 0; attempt < PORTS_TRIED; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, FIRST_PORT_OF_ANY);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // another one has it
      }
    }
    throw new IOException("no port is free");
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

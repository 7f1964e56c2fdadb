package org.answerable.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** An nginx that serves one answer of ours, byte by byte, with its headers. */
record Nginx(Process process, int port) implements AutoCloseable {
  /** What it writes itself. */
  private static final Set<String> ITS_OWN =
      Set.of("content-length", "content-type", "date", "etag", "connection", "keep-alive");

  private static final int TRIES = 100;

  static Nginx serving(HttpResponse<byte[]> page, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("www"));
    Files.write(folder.resolve("www").resolve("page"), page.body());
    int port = freePort();
    Path config = folder.resolve("nginx.conf");
    Files.writeString(config, config(page, folder, port));
    Process process =
        new ProcessBuilder("nginx", "-p", folder.toString(), "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    for (int tries = 0; !answers(port); tries++) {
      if (tries == TRIES || !process.isAlive()) {
        process.destroy();
        throw new IOException("nginx: " + Files.readString(folder.resolve("said")));
      }
      Thread.sleep(50);
    }
    return new Nginx(process, port);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port + "/page");
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static String config(HttpResponse<byte[]> page, Path folder, int port) {
    String headers =
        page.headers().map().entrySet().stream()
            .filter(header -> !ITS_OWN.contains(header.getKey()))
            .map(it -> "add_header %s \"%s\";".formatted(it.getKey(), it.getValue().getFirst()))
            .collect(Collectors.joining("\n"));
    String temporary =
        Set.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").stream()
            .map(kind -> "%s_temp_path %s/%s;".formatted(kind, folder, kind))
            .collect(Collectors.joining("\n"));
    String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
    return """
    %s
    daemon off;
    worker_processes auto;
    pid %s/pid;
    error_log %s/error.log;
    events { worker_connections 1024; }
    http {
      access_log off;
      sendfile on;
      tcp_nopush on;
      keepalive_requests 1000000000;
      open_file_cache max=10;
      %s
      server {
        listen 127.0.0.1:%d;
        root %s/www;
        location = /page {
          types {}
          default_type "%s";
          %s
        }
      }
    }
    """
        .formatted(
            user,
            folder,
            folder,
            temporary,
            port,
            folder,
            page.headers().firstValue("content-type").orElse("text/html"),
            headers);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}

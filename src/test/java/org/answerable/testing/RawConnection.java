package org.answerable.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests as bytes, whether or not they are any, and reads the status of what comes back.
 * Stays connected as long as the server does.
 */
public final class RawConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final URI server;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  public RawConnection(URI server) {
    this.server = server;
  }

  /**
   * The status; a server that hangs, or closes twice without a word, is an exception that says what
   * it was sent.
   */
  public int status(byte[] request) throws IOException {
    try {
      return exchange(request);
    } catch (IOException closed) {
      close(); // after an answer before; a new connection must do
    }
    try {
      return exchange(request);
    } catch (IOException closed) {
      String begins =
          new String(request, 0, Math.min(request.length, 2_000), StandardCharsets.UTF_8);
      throw new IOException(
          "closed twice at %d bytes: %s".formatted(request.length, begins), closed);
    }
  }

  private int exchange(byte[] request) throws IOException {
    Socket open = open();
    try {
      open.getOutputStream().write(request);
      open.getOutputStream().flush();
    } catch (IOException closedWhileWriting) {
      // it may have answered before it had read all
    }
    String[] status = line().split(" ", 3);
    int length = 0;
    boolean chunked = false;
    boolean closes = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
      chunked |= lower.startsWith("transfer-encoding: chunked");
      closes |= lower.startsWith("connection: close");
    }
    if (chunked) {
      readChunks();
    } else {
      in.readNBytes(length);
    }
    if (closes) {
      close();
    }
    return Integer.parseInt(status[1]);
  }

  private void readChunks() throws IOException {
    int size;
    do {
      size = Integer.parseInt(line().strip(), 16);
      in.readNBytes(size);
      line();
    } while (size > 0);
  }

  private Socket open() throws IOException {
    Socket open = socket;
    if (open == null) {
      open = new Socket();
      socket = open;
      open.setTcpNoDelay(true);
      open.setSoTimeout((int) PATIENCE.toMillis());
      open.connect(new InetSocketAddress(server.getHost(), server.getPort()));
      in = new BufferedInputStream(open.getInputStream());
    }
    return open;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int sign = in.read(); sign != '\n'; sign = in.read()) {
      if (sign < 0) {
        throw new IOException("the server has closed the connection");
      }
      if (sign != '\r') {
        line.append((char) sign);
      }
    }
    return line.toString();
  }

  /** A POST with a body that may be anything. */
  public static byte[] post(String path, String authority, String headers, byte[] body) {
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: "
            + authority
            + "\r\n"
            + headers
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = Arrays.copyOf(bytes, bytes.length + body.length);
    System.arraycopy(body, 0, request, bytes.length, body.length);
    return request;
  }

  @Override
  public void close() throws IOException {
    Socket open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
  }
}

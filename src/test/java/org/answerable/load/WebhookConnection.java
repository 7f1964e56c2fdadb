package org.answerable.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * One connection that posts to a webhook, and waits for each reply. It speaks HTTP itself: on a
 * machine with few cores a client library would take the server's time.
 */
final class WebhookConnection implements AutoCloseable {
  private static final int CHUNKED = -1;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Socket socket = new Socket();
  private final InputStream in;
  private final URI webhook;

  WebhookConnection(URI webhook) throws IOException {
    this.webhook = webhook;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.connect(new InetSocketAddress(webhook.getHost(), webhook.getPort()));
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Posts one text and reads the whole answer. */
  Answer post(Provider.Post post) throws IOException {
    byte[] body = post.body().getBytes(StandardCharsets.UTF_8);
    byte[] head =
        """
        POST %s HTTP/1.1\r
        Host: %s\r
        Content-Type: %s\r
        %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(
                webhook.getRawPath(),
                webhook.getAuthority(),
                post.contentType(),
                post.proof(),
                body.length)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    socket.getOutputStream().write(request);
    return answer();
  }

  private Answer answer() throws IOException {
    String[] status = line().split(" ", 3);
    int length = CHUNKED;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
    }
    byte[] body = length == CHUNKED ? chunks() : in.readNBytes(length);
    return new Answer(Integer.parseInt(status[1]), new String(body, StandardCharsets.UTF_8));
  }

  private byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int size = chunk(); size > 0; size = chunk()) {
      body.writeBytes(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
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

  @Override
  public void close() throws IOException {
    socket.close();
  }

  record Answer(int status, String body) {}
}

package org.answerable.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.answerable.testing.StandInTwilio;
import org.answerable.testing.Visitor;

/**
 * One connection that posts texts as Twilio does, and waits for each reply. It speaks HTTP itself:
 * on a machine with few cores a client library would take the server's time.
 */
final class SmsConnection implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Socket socket = new Socket();
  private final InputStream in;
  private final URI webhook;
  private final String to;

  /**
   * @param webhook also what the application is configured to be called
   * @param to the number that is written to
   */
  SmsConnection(URI webhook, String to) throws IOException {
    this.webhook = webhook;
    this.to = to;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.connect(new InetSocketAddress(webhook.getHost(), webhook.getPort()));
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Posts one text and reads the whole answer. */
  Answer post(String id, String from, String text) throws IOException {
    Map<String, String> fields = fields(id, from, text);
    byte[] form = Visitor.form(fields).getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST %s HTTP/1.1\r
        Host: %s\r
        User-Agent: TwilioProxy/1.1\r
        Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r
        X-Twilio-Signature: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(
                webhook.getRawPath(),
                webhook.getAuthority(),
                StandInTwilio.signature(webhook.toString(), fields),
                form.length);
    byte[] request = new byte[head.length() + form.length];
    byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(headBytes, 0, request, 0, headBytes.length);
    System.arraycopy(form, 0, request, headBytes.length, form.length);
    socket.getOutputStream().write(request);
    return answer();
  }

  /** What Twilio sends with a text, as its documentation lists it. */
  private Map<String, String> fields(String id, String from, String text) {
    var fields = new HashMap<String, String>();
    fields.put("MessageSid", id);
    fields.put("SmsSid", id);
    fields.put("SmsMessageSid", id);
    fields.put("AccountSid", StandInTwilio.ACCOUNT);
    fields.put("From", from);
    fields.put("To", to);
    fields.put("Body", text);
    fields.put("NumMedia", "0");
    fields.put("NumSegments", "1");
    fields.put("SmsStatus", "received");
    fields.put("ApiVersion", "2010-04-01");
    return fields;
  }

  private Answer answer() throws IOException {
    String[] status = line().split(" ", 3);
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
    }
    byte[] body = in.readNBytes(length);
    return new Answer(Integer.parseInt(status[1]), new String(body, StandardCharsets.UTF_8));
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

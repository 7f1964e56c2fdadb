package org.answerable.channel.twilio;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.answerable.channel.Address;
import org.answerable.channel.E164;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio calls: {@code /channels/twilio/{channel}} with a text, {@code …/status} with what
 * became of one. A servlet of its own, because it is the busiest path and needs the body as it was
 * posted.
 */
final class TwilioServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String STATUS = "/status";
  private static final int MAX_ID_CHARS = 64;
  private final transient Map<String, Line> lines;
  private final transient Inbound inbound;
  private final transient InstantSource clock;

  /**
   * @param lines by the channel's id
   */
  TwilioServlet(Map<String, Line> lines, Inbound inbound, InstantSource clock) {
    this.lines = Map.copyOf(lines);
    this.inbound = inbound;
    this.clock = clock;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    boolean status = path.endsWith(STATUS) && path.length() > STATUS.length();
    Line line = lines.get(path.substring(1, path.length() - (status ? STATUS.length() : 0)));
    if (line == null) {
      response.setStatus(404);
      return;
    }
    switch (line.prove(request)) {
      case Line.Proof.Refused(int code) -> response.setStatus(code);
      case Line.Proof.Proven(Form form) when status -> response.setStatus(statusOf(form));
      case Line.Proof.Proven(Form form) -> take(line, form, response);
    }
  }

  /**
   * Whether a phone was reached is nobody's business here: known to be well-formed, and dropped.
   */
  private static int statusOf(Form form) {
    String id = form.get("MessageSid");
    return id != null && isId(id) && form.get("MessageStatus") != null ? 204 : 400;
  }

  private void take(Line line, Form form, HttpServletResponse response) throws IOException {
    IncomingMessage message = message(line, form);
    if (message == null) {
      response.setStatus(400);
      return;
    }
    try {
      write(inbound.take(message), response);
    } catch (Inbound.Unavailable e) {
      response.setStatus(503);
    }
  }

  private @Nullable IncomingMessage message(Line line, Form form) {
    String id = form.get("MessageSid");
    String from = form.get("From");
    String text = form.get("Body");
    if (id == null || !isId(id) || from == null || text == null) {
      return null;
    }
    return E164.normalise(from)
        .map(
            number ->
                new IncomingMessage(
                    line.organisation(),
                    id,
                    new Address(line.channel(), number),
                    text,
                    clock.instant()))
        .orElse(null);
  }

  private static boolean isId(String id) {
    return !id.isBlank() && id.length() <= MAX_ID_CHARS;
  }

  private static void write(Reply reply, HttpServletResponse response) throws IOException {
    byte[] xml = Twiml.of(reply);
    response.setContentType("application/xml;charset=UTF-8");
    response.setContentLength(xml.length);
    response.getOutputStream().write(xml);
  }
}

package org.answerable.channel.twilio;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Manner;
import org.answerable.channel.MissedCall;
import org.answerable.channel.MissedCalls;
import org.jspecify.annotations.Nullable;

/**
 * What Twilio calls: {@code /channels/twilio/{channel}} with a text, {@code …/status} with what
 * became of one, {@code …/voice} with a call. A servlet of its own, because it is the busiest path
 * and needs the body as it was posted.
 */
final class TwilioServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String STATUS = "/status";
  private static final String VOICE = "/voice";
  private static final int MAX_ID_CHARS = 64;

  /**
   * What Twilio may have answered itself, where the account has it do so.
   *
   * @see <a href="https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out">Advanced
   *     opt-out</a>
   */
  private static final Set<String> ANSWERED = Set.of("STOP", "START", "HELP");

  private final transient Map<String, Line> lines;
  private final transient Inbound inbound;
  private final transient MissedCalls calls;
  private final transient InstantSource clock;

  /**
   * @param lines by the channel's id
   */
  TwilioServlet(Map<String, Line> lines, Inbound inbound, MissedCalls calls, InstantSource clock) {
    this.lines = Map.copyOf(lines);
    this.inbound = inbound;
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    String about = path.endsWith(STATUS) ? STATUS : path.endsWith(VOICE) ? VOICE : "";
    Line line = lines.get(path.substring(1, Math.max(1, path.length() - about.length())));
    if (line == null) {
      response.setStatus(404);
      return;
    }
    switch (line.prove(request)) {
      case Line.Proof.Refused(int code) -> response.setStatus(code);
      case Line.Proof.Proven(Form form) -> {
        switch (about) {
          case STATUS -> response.setStatus(statusOf(form));
          case VOICE -> reject(line, form, response);
          default -> take(line, form, response);
        }
      }
    }
  }

  /**
   * Whether a phone was reached is nobody's business here: known to be well-formed, and dropped.
   */
  private static int statusOf(Form form) {
    String id = form.get("MessageSid");
    return id != null && isId(id) && form.get("MessageStatus") != null ? 204 : 400;
  }

  /** Whoever calls hears that it is busy: a call that nobody takes costs nothing. */
  private void reject(Line line, Form form, HttpServletResponse response) throws IOException {
    String id = form.get("CallSid");
    String from = form.get("From");
    if (id == null || !isId(id) || from == null) {
      response.setStatus(400);
      return;
    }
    WithheldNumbers.caller(from)
        .ifPresent(
            number ->
                calls.missed(
                    new MissedCall(
                        line.organisation(),
                        id,
                        new Address(line.channel(), number),
                        clock.instant())));
    write(Twiml.busy(), response);
  }

  private void take(Line line, Form form, HttpServletResponse response) throws IOException {
    IncomingMessage message = message(line, form);
    if (message == null) {
      response.setStatus(400);
      return;
    }
    try {
      write(Twiml.of(inbound.take(message), line.numbers()), response);
      line.unanswered().remove(message.id());
    } catch (Inbound.Unavailable e) {
      line.unanswered().add(message.id());
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
    String word = Objects.requireNonNullElse(form.get("OptOutType"), "");
    boolean answered = ANSWERED.contains(word);
    return line.numbers()
        .address(from)
        .map(
            address ->
                new IncomingMessage(
                    line.organisation(),
                    id,
                    address,
                    answered ? word : text,
                    answered ? new Manner.Answered() : new Manner.Wrote(),
                    clock.instant()))
        .orElse(null);
  }

  private static boolean isId(String id) {
    return !id.isBlank() && id.length() <= MAX_ID_CHARS;
  }

  private static void write(byte[] xml, HttpServletResponse response) throws IOException {
    response.setContentType("application/xml;charset=UTF-8");
    response.setContentLength(xml.length);
    response.getOutputStream().write(xml);
  }
}

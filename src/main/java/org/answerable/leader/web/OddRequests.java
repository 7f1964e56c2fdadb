package org.answerable.leader.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * What is refused before anybody looks at the path: methods that no page has, and requests that try
 * to mean two things at once. Answered here, in a line, since an error page would be asked for with
 * the same odd request.
 */
final class OddRequests implements RequestRejectedHandler {
  private static final Set<String> OURS = Set.of("GET", "HEAD", "POST");
  private static final Set<String> OTHERS =
      Set.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT");

  static StrictHttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedHttpMethods(OURS);
    // Texts in forms may hold any sign; what they mean is their reader's to judge.
    firewall.setAllowedParameterValues(value -> true);
    return firewall;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.reset();
    PageHeaders.on(response);
    response.setContentType("text/plain");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    String method = request.getMethod();
    if (OURS.contains(method)) {
      say(response, HttpServletResponse.SC_BAD_REQUEST, "This request can't be understood.");
    } else if (OTHERS.contains(method)) {
      response.setHeader("Allow", "GET, HEAD, POST");
      say(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Use GET or POST here.");
    } else {
      say(response, HttpServletResponse.SC_NOT_IMPLEMENTED, "This method is not known here.");
    }
  }

  private static void say(HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    response.getWriter().println(text);
  }
}

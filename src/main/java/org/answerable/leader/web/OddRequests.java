package org.answerable.leader.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * What is refused before anybody looks at the path: methods that no page has, and requests that try
 * to mean two things at once.
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
    PageHeaders.on(response);
    String method = request.getMethod();
    if (OURS.contains(method)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else if (OTHERS.contains(method)) {
      response.setHeader("Allow", "GET, HEAD, POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_IMPLEMENTED);
    }
  }
}

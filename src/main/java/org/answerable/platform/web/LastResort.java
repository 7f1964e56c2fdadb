package org.answerable.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.answerable.platform.Databases;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What no page expected becomes an error page here. The log gets the path's template and where it
 * happened, never the exception's message: that may hold somebody's words.
 */
final class LastResort implements HandlerExceptionResolver {
  private static final Logger log = LoggerFactory.getLogger(LastResort.class);
  private static final int FRAMES = 12;

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
      return null; // for the security filters
    }
    int status = status(failure);
    if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      log.error("{} {} failed: {}", request.getMethod(), template(request), where(failure));
    }
    send(response, status);
    return new ModelAndView();
  }

  private static int status(Exception failure) {
    return switch (failure) {
      case InvalidParameterException odd -> odd.getErrorCode(); // 413 when it is too long, else 400
      case DataAccessResourceFailureException away -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      case SQLException away when Databases.isAway(away) ->
          HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      case TransactionException away -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      case TransientDataAccessException away -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
      default -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    };
  }

  private static Object template(HttpServletRequest request) {
    Object template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return template == null ? "(no page)" : template;
  }

  private static String where(@Nullable Throwable failure) {
    if (failure == null) {
      return "";
    }
    String frames =
        Arrays.stream(failure.getStackTrace())
            .limit(FRAMES)
            .map(frame -> "\n  at " + frame)
            .collect(Collectors.joining());
    Throwable cause = failure.getCause();
    return failure.getClass().getName()
        + frames
        + (cause == null || cause == failure ? "" : "\ncaused by " + where(cause));
  }

  private static void send(HttpServletResponse response, int status) {
    if (response.isCommitted()) {
      return;
    }
    try {
      response.sendError(status);
    } catch (IOException gone) {
      log.debug("nobody is there any more to be told {}", status);
    }
  }
}

package org.answerable.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The notices of a request, which the frame of the rooms shows on every page: a page can't forget
 * them.
 */
public record Notices(List<Notice> all) {
  private static final String KEY = Notices.class.getName();

  public Notices {
    all = List.copyOf(all);
  }

  /** Keeps them until the request's page is written. */
  public void keep(HttpServletRequest request) {
    request.setAttribute(KEY, this);
  }

  /** Those of the request that this thread answers; none where nobody kept any. */
  public static List<Notice> now() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null
            && request.getAttribute(KEY, RequestAttributes.SCOPE_REQUEST) instanceof Notices kept
        ? kept.all()
        : List.of();
  }
}

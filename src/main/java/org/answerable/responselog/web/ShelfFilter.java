package org.answerable.responselog.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.web.PagePolicy;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;

/**
 * Answers for the pages on the shelf before anything else sees the request: they are bytes for
 * everybody, and need no session and no permission. An address that differs in one sign goes its
 * usual way.
 */
final class ShelfFilter implements Filter {
  private final Shelf shelf;
  private final boolean https;

  ShelfFilter(Shelf shelf, boolean https) {
    this.shelf = shelf;
    this.https = https;
  }

  @Override
  public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
      throws IOException, ServletException {
    if (!answered((HttpServletRequest) in, (HttpServletResponse) out)) {
      chain.doFilter(in, out);
    }
  }

  private boolean answered(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String method = request.getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return false;
    }
    var found =
        shelf.find(
            request.getRequestURI(),
            request.getQueryString(),
            request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    if (found.isEmpty()) {
      return false;
    }
    PagePolicy.onPage(response, https);
    String cacheControl = Site.cacheControl(found.get().organisation()).getHeaderValue();
    found.get().bytes().write(request, response, String.valueOf(cacheControl));
    return true;
  }

  /** Puts it before all others. */
  @Configuration(proxyBeanMethods = false)
  static class First {
    @Bean
    FilterRegistrationBean<ShelfFilter> shelfFilter(Shelf shelf, AnswerableProperties properties) {
      boolean https = "https".equals(properties.publicUrl().getScheme());
      var filter = new FilterRegistrationBean<>(new ShelfFilter(shelf, https));
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return filter;
    }
  }
}

package org.answerable.platform.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Says in the house's look what went wrong, also for requests that are too odd to reach a page. It
 * stands around everything else, so it needs no page of its own and no permission.
 */
final class ErrorValve extends ErrorReportValve {
  private final ErrorPages pages;

  ErrorValve(ErrorPages pages) {
    this.pages = pages;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      write(request, response, status);
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("nobody reads this error page");
    }
  }

  private void write(Request request, Response response, int status) throws IOException {
    ErrorPages.Page page =
        pages.page(
            status,
            request.getRequestURI(),
            request.getQueryString(),
            request.getHeader("Accept"),
            request.getHeader("Accept-Language"));
    response.setContentType(page.type());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Accept, Accept-Language");
    response.setHeader("Content-Language", page.language());
    Writer out = response.getReporter();
    if (out != null) {
      out.write(page.body());
      response.finishResponse();
    }
  }
}

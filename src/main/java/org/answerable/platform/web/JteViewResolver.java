package org.answerable.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.AbstractTemplateView;
import org.springframework.web.servlet.view.AbstractTemplateViewResolver;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/**
 * A view's name is its template's path: {@code feedback/list} is {@code
 * src/main/jte/feedback/list.jte}.
 */
final class JteViewResolver extends AbstractTemplateViewResolver {
  private final TemplateEngine engine;

  JteViewResolver(TemplateEngine engine) {
    this.engine = engine;
    setViewClass(JteView.class);
    setSuffix(".jte");
    setContentType("text/html;charset=UTF-8");
    setOrder(Ordered.LOWEST_PRECEDENCE - 10);
    setExposeRequestAttributes(false);
  }

  @Override
  protected AbstractUrlBasedView instantiateView() {
    return new JteView(engine);
  }

  @Override
  protected Class<?> requiredViewClass() {
    return JteView.class;
  }

  @Override
  protected @Nullable View loadView(String name, Locale locale) throws Exception {
    return engine.hasTemplate(name + ".jte") ? super.loadView(name, locale) : null;
  }

  private static final class JteView extends AbstractTemplateView {
    private final TemplateEngine engine;

    JteView(TemplateEngine engine) {
      this.engine = engine;
      setExposeSpringMacroHelpers(false);
    }

    @Override
    public boolean checkResource(Locale locale) {
      return engine.hasTemplate(template());
    }

    /** Rendered whole before the first byte goes out, so that a failure can still be a 5xx page. */
    @Override
    protected void renderMergedTemplateModel(
        Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
        throws Exception {
      var page = new Utf8ByteOutput();
      engine.render(template(), model, page);
      response.setContentLength(page.getContentLength());
      page.writeTo(response.getOutputStream());
    }

    private String template() {
      String url = getUrl();
      if (url == null) {
        throw new IllegalStateException("a view without a template");
      }
      return url;
    }
  }
}

package org.answerable.platform.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.Context;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/** How requests that no page wants are met. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  /** Twilio brings Jackson's XML module, and Spring would answer browsers in XML because of it. */
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.configureMessageConvertersList(
        converters ->
            converters.removeIf(
                it -> it.getClass().getSimpleName().toLowerCase(Locale.ROOT).contains("xml")));
  }

  @Override
  public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
    resolvers.replaceAll(it -> it instanceof DefaultHandlerExceptionResolver ? new Quiet() : it);
    resolvers.add(new LastResort());
  }

  /** Spring's own would log what was wrong, and with it what somebody wrote. */
  private static final class Quiet extends DefaultHandlerExceptionResolver {
    @Override
    protected void logException(Exception refused, HttpServletRequest request) {}
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> houseErrors(TemplateEngine engine) {
    return new HouseErrors(new ErrorPages(engine));
  }

  /** Runs last: our error page takes the place of Tomcat's and Spring Boot's. */
  private record HouseErrors(ErrorPages pages)
      implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
      factory.addContextCustomizers(this::replaceErrorPages);
    }

    private void replaceErrorPages(Context context) {
      var host = (StandardHost) context.getParent();
      host.setErrorReportValveClass("");
      for (Valve valve : host.getPipeline().getValves()) {
        if (valve instanceof ErrorReportValve) {
          host.getPipeline().removeValve(valve);
        }
      }
      host.getPipeline().addValve(new ErrorValve(pages));
    }

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }
  }
}

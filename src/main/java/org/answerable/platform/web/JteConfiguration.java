package org.answerable.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Templates are compiled by the build, so that a wrong one is a build error. */
@Configuration(proxyBeanMethods = false)
class JteConfiguration {
  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean
  JteViewResolver jteViewResolver(TemplateEngine engine) {
    return new JteViewResolver(engine);
  }
}

package org.answerable.responselog.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.web.NotFound;
import org.answerable.platform.web.PageTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a public page its {@link Reader}: of the organisation in {@code /{org}/…}, in the language
 * that {@code lang} or the browser names. 404 if there is no such organisation.
 */
@Component
final class ReaderArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  private final Organisations organisations;
  private final InstantSource clock;

  ReaderArgument(Organisations organisations, InstantSource clock) {
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Reader.class;
  }

  @Override
  public Reader resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer page,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Organisation home = named(request).flatMap(organisations::find).orElseThrow(NotFound::new);
    PageTexts texts =
        PageTexts.wanted(
            request.getParameter("lang"), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    return new Reader(home, texts, home.day(clock.instant()));
  }

  private static Optional<String> named(NativeWebRequest request) {
    Object address =
        request.getAttribute(
            HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    return address instanceof Map<?, ?> parts && parts.get("org") instanceof String organisation
        ? Optional.of(organisation)
        : Optional.empty();
  }
}

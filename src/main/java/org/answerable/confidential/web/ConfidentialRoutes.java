package org.answerable.confidential.web;

import org.answerable.confidential.FocalRole;
import org.answerable.leader.Leader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The way into the room. For whoever is no focal point these routes do not match at all, so that
 * every address and method below them is answered by the same code as any that does not exist.
 */
@Configuration(proxyBeanMethods = false)
class ConfidentialRoutes {
  static final String ROOM = "/inbox/confidential";
  private static final RequestPredicate FOCAL_POINT = ConfidentialRoutes::isFocalPoint;

  @Bean
  RouterFunction<ServerResponse> confidentialRoom(
      ReportPages reports, ReportActs acts, KeyPages keys, AccountPages accounts) {
    return RouterFunctions.route()
        .add(RouterFunctions.route(read(ROOM), reports::list))
        .add(RouterFunctions.route(read(ROOM + "/key"), keys::show))
        .add(RouterFunctions.route(write(ROOM + "/key"), keys::add))
        .add(RouterFunctions.route(write(ROOM + "/wrapped"), keys::rewrap))
        .add(RouterFunctions.route(write(ROOM + "/alarm"), keys::alarm))
        .add(RouterFunctions.route(read(AccountPages.PAGE), accounts::show))
        .add(RouterFunctions.route(read(AccountPages.PAGE + "/file"), accounts::file))
        .add(RouterFunctions.route(write(AccountPages.PAGE), accounts::take))
        .add(RouterFunctions.route(read(ROOM + "/{reference}"), reports::open))
        .add(RouterFunctions.route(write(ROOM + "/{reference}/step"), acts::step))
        .add(RouterFunctions.route(write(ROOM + "/{reference}/answer"), acts::answer))
        .add(RouterFunctions.route(write(ROOM + "/{reference}/share"), acts::share))
        .add(RouterFunctions.route(write(ROOM + "/{reference}/uncertain"), acts::settle))
        .build();
  }

  private static RequestPredicate read(String path) {
    return RequestPredicates.GET(path).and(FOCAL_POINT);
  }

  private static RequestPredicate write(String path) {
    return RequestPredicates.POST(path).and(FOCAL_POINT);
  }

  /** Who asks; only called where {@link #FOCAL_POINT} held. */
  static Leader leader(ServerRequest request) {
    if (request.principal().orElse(null) instanceof Authentication authentication
        && authentication.getPrincipal() instanceof Leader leader) {
      return leader;
    }
    throw new IllegalStateException("nobody is signed in");
  }

  private static boolean isFocalPoint(ServerRequest request) {
    return request.principal().orElse(null) instanceof Authentication authentication
        && authentication.getPrincipal() instanceof Leader leader
        && FocalRole.of(leader).isPresent();
  }
}

package org.answerable.leader.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.answerable.organisation.Organisations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who may ask for what. A chain opens the paths that it names; the last one closes all others, and
 * says that they are not there.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class SecurityChains {
  private final WebSettings settings;

  SecurityChains(WebSettings settings) {
    this.settings = settings;
  }

  /**
   * Providers prove themselves to the channel; they have no session, no cookie and no rights. This
   * is the busiest path, so it has the headers and none of the filters that would find that out.
   */
  @Bean
  @Order(1)
  SecurityFilterChain channelsChain() {
    return new DefaultSecurityFilterChain(
        PathPatternRequestMatcher.withDefaults().matcher("/channels/**"),
        (in, out, chain) -> {
          PageHeaders.on((HttpServletResponse) out);
          chain.doFilter(in, out);
        });
  }

  /** A span for each filter of each request would cost more than the filters. */
  @Bean
  SecurityObservationSettings observations() {
    return SecurityObservationSettings.noObservations();
  }

  /** The rooms of the leaders, and the ways into them. */
  @Bean
  @Order(2)
  SecurityFilterChain roomsChain(
      HttpSecurity http, RoomContexts contexts, CsrfTokenRepository tokens) {
    http.securityMatcher(
            "/inbox", "/inbox/**", "/login", "/logout", "/invitation", "/invitation/**")
        .authorizeHttpRequests(
            all ->
                all.requestMatchers("/login", "/logout", "/invitation", "/invitation/**")
                    .permitAll()
                    .requestMatchers("/inbox", "/inbox/**")
                    .hasAuthority(RoomContexts.LEADER)
                    .anyRequest()
                    .denyAll())
        .csrf(csrf -> csrf.csrfTokenRepository(tokens))
        .securityContext(context -> context.securityContextRepository(contexts))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint((in, out, why) -> out.sendRedirect("/login")))
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER));
    return plain(http, false);
  }

  /** Phones on the screen, in the demo only. */
  @Bean
  @Order(3)
  SecurityFilterChain simulatorChain(HttpSecurity http) {
    http.securityMatcher("/simulator", "/simulator/**")
        .authorizeHttpRequests(
            all -> {
              if (settings.demo()) {
                all.anyRequest().permitAll();
              } else {
                all.anyRequest().denyAll();
              }
            });
    return stateless(notThere(http), false);
  }

  /** What everybody may read. No session and no cookie: nobody is counted. */
  @Bean
  @Order(4)
  SecurityFilterChain publicChain(HttpSecurity http, Organisations organisations) {
    http.securityMatcher(request -> isPublic(request, organisations))
        .authorizeHttpRequests(all -> all.anyRequest().permitAll());
    return stateless(http, true);
  }

  @Bean
  @Order(5)
  SecurityFilterChain closedChain(HttpSecurity http) {
    http.authorizeHttpRequests(
        all ->
            all.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(request -> settings.isManagement(request.getLocalPort()))
                .permitAll()
                .anyRequest()
                .denyAll());
    return stateless(notThere(http), false);
  }

  @Bean
  HttpFirewall firewall() {
    return OddRequests.firewall();
  }

  @Bean
  RequestRejectedHandler oddRequests() {
    return new OddRequests();
  }

  /** Without it, Spring would make a user with a printed password. */
  @Bean
  AuthenticationManager nobodyElse() {
    return authentication -> {
      throw new ProviderNotFoundException("leaders sign in by SignIn alone");
    };
  }

  private static boolean isPublic(HttpServletRequest request, Organisations organisations) {
    String path = request.getServletPath();
    if (path.equals("/") || path.startsWith("/assets/") || path.equals("/actuator/health")) {
      return true;
    }
    int end = path.indexOf('/', 1);
    String first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    return organisations.find(first).isPresent();
  }

  private static HttpSecurity notThere(HttpSecurity http) {
    return http.exceptionHandling(
        errors ->
            errors
                .authenticationEntryPoint(
                    (in, out, why) -> out.sendError(HttpServletResponse.SC_NOT_FOUND))
                .accessDeniedHandler(
                    (in, out, why) -> out.sendError(HttpServletResponse.SC_NOT_FOUND)));
  }

  private SecurityFilterChain stateless(HttpSecurity http, boolean kept) {
    http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    return plain(http, kept);
  }

  private SecurityFilterChain plain(HttpSecurity http, boolean kept) {
    PageHeaders.on(http, settings.https(), kept);
    // Nothing of a request is remembered for after sign-in: that would start a session for anybody.
    return http.requestCache(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }
}

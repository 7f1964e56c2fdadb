package org.answerable.leader.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.leader.Accounts;
import org.answerable.leader.Leader;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session which account is signed in, and reads that account anew at each request: a
 * removed leader is out at once, and a session holds no name and no role.
 */
@Component
final class RoomContexts implements SecurityContextRepository {
  static final String LEADER = "LEADER";
  private static final String ORGANISATION = "organisation";
  private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  private final Accounts accounts;

  RoomContexts(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    var authentication = context.getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof Leader leader)) {
      return;
    }
    var before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    var session = request.getSession(true);
    session.setAttribute(ORGANISATION, leader.organisation());
    session.setAttribute(ACCOUNT, leader.account().toString());
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return leader(request).isPresent();
  }

  /** Who is signed in. Starts no session. */
  Optional<Leader> leader(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(ORGANISATION) instanceof String organisation)
        || !(session.getAttribute(ACCOUNT) instanceof String account)) {
      return Optional.empty();
    }
    return accounts.find(organisation, UUID.fromString(account));
  }

  static SecurityContext of(Leader leader) {
    return new SecurityContextImpl(
        UsernamePasswordAuthenticationToken.authenticated(
            leader, null, List.of(new SimpleGrantedAuthority(LEADER))));
  }

  /** Read when somebody asks: pages that everybody may see don't. */
  private final class Deferred implements DeferredSecurityContext {
    private final HttpServletRequest request;
    private Optional<SecurityContext> read = Optional.empty();
    private boolean done;

    Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (!done) {
        read = leader(request).map(RoomContexts::of);
        done = true;
      }
      return read.orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public boolean isGenerated() {
      get();
      return read.isEmpty();
    }
  }
}

package org.answerable.leader.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.leader.Drills;
import org.answerable.leader.Leader;
import org.answerable.organisation.CheckedNumber;
import org.answerable.organisation.Lines;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.web.Notice;
import org.answerable.platform.web.Notices;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells leaders, in all their rooms, that their line is closed, a number has to be called, or the
 * erasing of everybody has to be practised.
 */
@Component
final class LineNotices implements HandlerInterceptor, WebMvcConfigurer {
  private final Organisations organisations;
  private final Lines lines;
  private final Drills drills;
  private final InstantSource clock;

  LineNotices(Organisations organisations, Lines lines, Drills drills, InstantSource clock) {
    this.organisations = organisations;
    this.lines = lines;
    this.drills = drills;
    this.clock = clock;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/inbox", "/inbox/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn != null && signedIn.getPrincipal() instanceof Leader leader) {
      Organisation organisation = organisations.get(leader.organisation());
      LocalDate today = organisation.day(clock.instant());
      var notices =
          new ArrayList<>(of(lines.missing(organisation), lines.toCall(organisation, today)));
      drills
          .overdue(organisation.id(), today)
          .ifPresent(day -> notices.add(toPractise(organisation, day)));
      new Notices(notices).keep(request);
    }
    return true;
  }

  private static List<Notice> of(List<String> missing, List<CheckedNumber> toCall) {
    var notices = new ArrayList<Notice>();
    if (!missing.isEmpty()) {
      notices.add(
          new Notice(
              "The line is closed: nobody can write to you until this is mended. What stands in a"
                  + " file counts from the next start on.",
              missing));
    }
    if (!toCall.isEmpty()) {
      notices.add(
          new Notice(
              "Nobody has called these numbers for %d days. Call them, and write the new day into"
                      .formatted(CheckedNumber.CHECK_DAYS)
                  + " the organisation's file.",
              toCall.stream().map(LineNotices::line).toList()));
    }
    return notices;
  }

  private static Notice toPractise(Organisation organisation, LocalDate last) {
    return new Notice(
        "It is over a year ago that erasing every address was practised. Ask whoever keeps the"
            + " server to do the drill. It erases nothing.",
        List.of(
            "erase-all %s --drill (the last time, or your first day here: %s)"
                .formatted(organisation.id(), last)));
  }

  private static String line(CheckedNumber number) {
    return "%s in %s: %s, last called on %s (%s)"
        .formatted(
            number.key(),
            number.language(),
            number.hotline().number(),
            number.hotline().checked(),
            number.place());
  }
}

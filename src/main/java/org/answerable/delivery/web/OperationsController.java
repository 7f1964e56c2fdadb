package org.answerable.delivery.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.answerable.channel.ChannelHealth;
import org.answerable.channel.Hearing;
import org.answerable.channel.ProviderSetUps;
import org.answerable.delivery.Queues;
import org.answerable.delivery.TextsAgain;
import org.answerable.leader.Leader;
import org.answerable.leader.SignedIn;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Timers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Queues, the last slot, providers, and what was set aside. Open to every leader, as people are.
 */
@Controller
@RequestMapping("/inbox/operations")
class OperationsController {
  private static final int REASON_CHARS = 80;
  private final Organisations organisations;
  private final Queues queues;
  private final TextsAgain textsAgain;
  private final ChannelHealth health;
  private final ProviderSetUps setUps;
  private final ObjectProvider<Hearing> hearing;
  private final Timers timers;
  private final InstantSource clock;

  OperationsController(
      Organisations organisations,
      Queues queues,
      TextsAgain textsAgain,
      ChannelHealth health,
      ProviderSetUps setUps,
      ObjectProvider<Hearing> hearing,
      Timers timers,
      InstantSource clock) {
    this.organisations = organisations;
    this.queues = queues;
    this.textsAgain = textsAgain;
    this.health = health;
    this.setUps = setUps;
    this.hearing = hearing;
    this.timers = timers;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView all(
      @SignedIn Leader leader, @RequestParam(defaultValue = "") String done, CsrfToken csrf) {
    return page(leader, done, "", csrf);
  }

  /** Asks a provider what it has, which takes a moment. */
  @PostMapping("/check")
  ModelAndView check(@SignedIn Leader leader, @RequestParam String channel, CsrfToken csrf) {
    return page(leader, "", channel, csrf);
  }

  private ModelAndView page(Leader leader, String done, String asked, CsrfToken csrf) {
    Organisation organisation = organisations.get(leader.organisation());
    var page = new ModelAndView("operations/operations");
    page.addObject("organisation", organisation);
    page.addObject("leader", leader);
    page.addObject("view", view(organisation));
    page.addObject(
        "setUps",
        setUps.of(organisation.id()).stream()
            .map(one -> SetUpView.of(one, one.channel().equals(asked)))
            .toList());
    page.addObject("done", done);
    page.addObject("csrf", csrf);
    return page;
  }

  /** Somebody opens the address of the form again. */
  @GetMapping({"/retry", "/texts", "/check"})
  String again() {
    return "redirect:/inbox/operations";
  }

  @PostMapping("/retry")
  String retry(@SignedIn Leader leader, @RequestParam String reason) {
    if (reason.length() <= REASON_CHARS) {
      queues.retry(leader.organisation(), reason.replace("\0", ""));
    }
    return "redirect:/inbox/operations?done=retried#main";
  }

  @PostMapping("/texts")
  String texts(@SignedIn Leader leader, @RequestParam String channel, @RequestParam String reason) {
    Organisation organisation = organisations.get(leader.organisation());
    boolean known = organisation.channels().stream().anyMatch(one -> one.id().equals(channel));
    if (known && reason.length() <= REASON_CHARS) {
      LocalDate today = organisation.day(clock.instant());
      textsAgain.run(organisation.id(), channel, reason.replace("\0", ""), today);
    }
    return "redirect:/inbox/operations?done=tried#main";
  }

  private Optional<String> deaf(String channel) {
    return hearing.stream().flatMap(one -> one.trouble(channel).stream()).findFirst();
  }

  /** Texts only of days that are over: today's would tell that somebody wrote. */
  private OperationsView view(Organisation organisation) {
    Instant now = clock.instant();
    var words = new OperationsWords(organisation, now);
    return new OperationsView(
        words.outbox(queues.queue(organisation.id(), now)),
        words.timers(timers.states()),
        words.channels(health, this::deaf),
        words.answers(queues.answers(organisation.id())),
        words.texts(queues.texts(organisation.id(), organisation.day(now))));
  }
}

package org.answerable.channel.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.web.Masthead;
import org.answerable.platform.web.NotFound;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The page with the phones. Plain forms: whoever can open the page may write. */
@Controller
@ConditionalOnProperty(name = "answerable.demo", havingValue = "true", matchIfMissing = true)
final class SimulatorController {
  private static final int MAX_TEXT_CHARS = 20_000;
  private static final String PAGE = "redirect:/simulator";
  private final Phones phones;
  private final SimulatedLine line;
  private final Optional<Organisation> home;

  SimulatorController(Phones phones, SimulatedLine line, Organisations organisations) {
    this.phones = phones;
    this.line = line;
    this.home = SimulatorConfiguration.home(organisations);
  }

  @GetMapping("/simulator")
  String show(Model model) {
    Organisation organisation = organisation();
    model.addAttribute(
        "of", new Masthead(organisation.id(), organisation.name(), organisation.demo()));
    model.addAttribute(
        "phones",
        phones.all().stream().map(phone -> PhoneView.of(phone, organisation.smsPrice())).toList());
    model.addAttribute("languages", organisation.languages());
    model.addAttribute("room", phones.all().size() < Phones.MAX_PHONES);
    return "simulator/phones";
  }

  @PostMapping("/simulator/phones")
  String add(@RequestParam String language, HttpServletRequest request) {
    refuseOtherSites(request);
    Organisation organisation = organisation();
    if (!organisation.languages().contains(language)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    SimulatorConfiguration.add(phones, organisation, language);
    return PAGE;
  }

  @PostMapping("/simulator/phones/{number}/texts")
  String send(
      @PathVariable int number,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request) {
    refuseOtherSites(request);
    if (text.length() > MAX_TEXT_CHARS) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    line.send(phone(number), text);
    return PAGE + "#p" + number;
  }

  /** To be put below a flow's transcript; then {@code flows test --update}. */
  @GetMapping(path = "/simulator/phones/{number}/transcript", produces = "text/plain;charset=UTF-8")
  @ResponseBody
  String transcript(@PathVariable int number) {
    return PhoneTranscript.of(phone(number));
  }

  private Phone phone(int number) {
    return phones.find(number).orElseThrow(NotFound::new);
  }

  private Organisation organisation() {
    return home.orElseThrow(NotFound::new);
  }

  /**
   * There is no session, so no token either: the browser says where a form came from.
   *
   * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
   */
  private static void refuseOtherSites(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
    boolean ours =
        site != null
            ? site.equals("same-origin") || site.equals("none")
            : origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
    if (!ours) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }
}

package org.answerable.confidential.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.answerable.confidential.FocalKey;
import org.answerable.confidential.Report;
import org.answerable.organisation.Organisation;
import org.answerable.platform.web.PageTexts;
import org.jspecify.annotations.Nullable;

/** One report in words; what people said stays sealed for the script. */
public final class ReportView {
  /** The rooms speak English in this version. */
  private static final PageTexts WORDS = PageTexts.in("en");

  private static final int PLAN_DAYS = 3;
  private final Organisation organisation;
  private final Report report;
  private final List<FocalKey> others;
  private final LocalDate today;
  private final UUID form;

  ReportView(
      Organisation organisation, Report report, List<FocalKey> others, LocalDate today, UUID form) {
    this.organisation = organisation;
    this.report = report;
    this.others = List.copyOf(others);
    this.today = today;
    this.form = form;
  }

  /** One line of the timeline. */
  public record Moment(
      LocalDate day,
      String dayText,
      Status status,
      @Nullable SealedView words,
      boolean answer,
      @Nullable String note,
      Report.@Nullable Sent doubt) {

    @Override
    public String toString() {
      return "Moment[redacted]";
    }
  }

  /** Somebody that this can be shared with. */
  public record Other(String key, String open, String name) {

    @Override
    public String toString() {
      return "Other[redacted]";
    }
  }

  /** Texts to begin with, in one language. */
  public record First(String language, String name, List<String> texts) {

    @Override
    public String toString() {
      return "First[redacted]";
    }
  }

  public String reference() {
    return report.reference();
  }

  public int seen() {
    return report.last();
  }

  public String form() {
    return form.toString();
  }

  public Status status() {
    return Status.of(report);
  }

  /** How many texts no step knows of. */
  public int unread() {
    return report.unread();
  }

  /** By when a plan is agreed with the person. */
  public String planBy() {
    return WORDS.day(report.day().plusDays(PLAN_DAYS), today);
  }

  /** Each step after the texts that it knew of. */
  public List<Moment> moments() {
    var moments = new ArrayList<Moment>();
    int said = 0;
    int step = 0;
    for (Report.Text text : report.texts()) {
      if (text.step() != null) {
        continue;
      }
      while (step < report.steps().size() && report.steps().get(step).texts() <= said) {
        moments.add(moment(report.steps().get(step++)));
      }
      said++;
      moments.add(
          new Moment(
              text.day(),
              WORDS.day(text.day(), today),
              new Status("s", "Wrote"),
              gone(text) ? null : SealedView.of(text),
              false,
              gone(text) ? "The words are deleted: the person took them back." : null,
              null));
    }
    report.steps().stream().skip(step).map(this::moment).forEach(moments::add);
    return moments;
  }

  private static boolean gone(Report.Text text) {
    return text.sealed().length == 0;
  }

  /** Whoever else has a key; what they have already is not given twice. */
  public List<Other> others() {
    return others.stream()
        .map(
            key -> new Other(key.name(), RoomPage.base64(key.open().bytes()), roleName(key.role())))
        .toList();
  }

  public List<First> firsts() {
    return organisation.languages().stream()
        .filter(PageTexts.LANGUAGES::contains)
        .map(PageTexts::in)
        .map(
            texts ->
                new First(
                    texts.language(),
                    texts.get("language"),
                    List.of(
                        texts.get("first.safe"), texts.get("first.want"), texts.get("first.call"))))
        .toList();
  }

  private Moment moment(Report.Step step) {
    SealedView words =
        report.texts().stream()
            .filter(text -> text.step() != null && text.step() == step.number())
            .findFirst()
            .map(SealedView::of)
            .orElse(null);
    return new Moment(
        step.day(),
        WORDS.day(step.day(), today),
        Status.of(step.what()),
        words,
        words != null,
        note(step),
        step.sent() != null && step.sent().undecided() ? step.sent() : null);
  }

  private String note(Report.Step step) {
    String role = step.byRole();
    String by =
        role == null ? "by the person" : "by the " + roleName(role).toLowerCase(Locale.ROOT);
    Report.Sent sent = step.sent();
    return sent == null ? by : by + ". " + outcome(sent.outcome());
  }

  private static String outcome(String outcome) {
    return switch (outcome) {
      case "waiting" -> "On its way.";
      case "handed_over" -> "Handed over. Whether a phone was on is not known.";
      case "uncertain" -> "Uncertain: it may have left, or not. It is not sent again by itself.";
      case "left" -> "It is left as it is, and may not have arrived.";
      case "failed" -> "Not sent. Try another way, or answer again.";
      case "opted_out" -> "Not sent: the person has stopped us.";
      case "not_asked" -> "Not sent: the person wants no texts, or asked to be forgotten.";
      default -> throw new IllegalStateException("an outcome that nobody knows");
    };
  }

  private String roleName(String role) {
    return organisation.role(role).map(one -> one.name().in("en")).orElse(role);
  }
}

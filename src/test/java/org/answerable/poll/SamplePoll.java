package org.answerable.poll;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.answerable.responselog.Eligible;
import org.answerable.responselog.PollTerms;
import org.jspecify.annotations.Nullable;

/** What the demo organisation could ask, in the languages of several scripts. */
public final class SamplePoll {
  private static final LocalDate OPENS = LocalDate.of(2026, 11, 20);

  private SamplePoll() {}

  public static PollTerms of(Form form) {
    return of(form, OPENS, OPENS.plusDays(10));
  }

  public static PollTerms of(Form form, LocalDate opens, LocalDate closes) {
    return of(form, form.methods().getFirst(), opens, closes);
  }

  public static PollTerms of(Form form, String method, LocalDate opens, LocalDate closes) {
    boolean budget = form == Form.BUDGET;
    return new PollTerms(
        Map.of("en", "What first?", "sw", "Nini kwanza?", "fr", "Quoi en premier?"),
        List.of(
            option("water", "maji", "eau", "вода", "ماء", "पानी", budget ? 300 : null),
            option(
                "open Saturday",
                "Jumamosi wazi",
                "samedi ouvert",
                "открыто в субботу",
                "السبت مفتوح",
                "शनिवार खुला",
                budget ? 200 : null),
            option(
                "travel refund",
                "nauli",
                "transport",
                "проезд",
                "أجرة السفر",
                "किराया",
                budget ? 500 : null),
            option(
                "closed room",
                "chumba cha siri",
                "salle fermée",
                "закрытая комната",
                "غرفة مغلقة",
                "बंद कमरा",
                budget ? 100 : null),
            option("food list", "chakula", "repas", "еда", "طعام", "खाना", budget ? 400 : null)),
        form.word(),
        method,
        1,
        budget ? new BigDecimal("600") : null,
        PollTerms.ANYBODY,
        opens,
        closes,
        "the assembly of 10 Oct, paid from dues",
        PollLimits.COPIES,
        false,
        1,
        List.of());
  }

  /** The same question with fewer options. */
  static PollTerms withOptions(PollTerms terms, int options) {
    return withOptions(terms, terms.options().subList(0, options));
  }

  /** The same question with other options. */
  public static PollTerms withOptions(PollTerms terms, List<PollTerms.Option> options) {
    return new PollTerms(
        terms.question(),
        options,
        terms.form(),
        terms.method(),
        terms.seats(),
        terms.budget(),
        terms.eligible(),
        terms.opens(),
        terms.closes(),
        terms.askedBy(),
        terms.copies(),
        terms.reminds(),
        terms.priorities(),
        List.of());
  }

  /** The same for other voters. */
  public static PollTerms of(PollTerms terms, Eligible eligible, boolean reminds) {
    return new PollTerms(
        terms.question(),
        terms.options(),
        terms.form(),
        terms.method(),
        terms.seats(),
        terms.budget(),
        eligible,
        terms.opens(),
        terms.closes(),
        terms.askedBy(),
        terms.copies(),
        reminds,
        terms.priorities(),
        List.of());
  }

  private static PollTerms.Option option(
      String en, String sw, String fr, String ru, String ar, String hi, @Nullable Integer cost) {
    return new PollTerms.Option(
        Map.of("en", en, "sw", sw, "fr", fr, "ru", ru, "ar", ar, "hi", hi),
        cost == null ? null : BigDecimal.valueOf(cost));
  }
}

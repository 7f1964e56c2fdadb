package org.answerable.intake.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.answerable.intake.Entered;
import org.answerable.organisation.Hotline;
import org.answerable.organisation.Organisation;
import org.answerable.platform.web.PageTexts;
import org.answerable.responselog.Receipt;

/**
 * The paper receipt, in the language of whoever gets it. It is the same for all that can be said:
 * who finds it learns nothing.
 *
 * @param safe what to say to somebody whose words go to a trained person; empty: they don't
 */
public record Sheet(
    PageTexts texts, String receipt, String due, String status, String page, String safe) {

  /** One that no line breaks at. */
  private static final char HYPHEN = '\u2011';

  static Sheet of(
      Organisation organisation, Entered entered, String language, URI publicUrl, LocalDate today) {
    PageTexts texts = PageTexts.in(language);
    String receipt = Receipt.shown(entered.receipt());
    return new Sheet(
        texts,
        receipt,
        texts.get("sheet.due", texts.day(entered.due(), today)),
        status(organisation, texts, receipt.replace('-', HYPHEN)),
        publicUrl.toString().replaceFirst("^https?://", "").replaceFirst("/$", "")
            + "/"
            + organisation.id(),
        entered.confidential() ? safe(organisation, texts, receipt, language) : "");
  }

  /** With the number to write to, where there is one. */
  private static String status(Organisation organisation, PageTexts texts, String receipt) {
    return organisation
        .textNumber()
        .map(number -> texts.get("sheet.status.to", receipt, number))
        .orElseGet(() -> texts.get("sheet.status", receipt));
  }

  private static String safe(
      Organisation organisation, PageTexts texts, String receipt, String language) {
    return texts.get(
        "sheet.safe",
        number(organisation, organisation.focal(), language),
        number(organisation, organisation.crisis(), language),
        receipt);
  }

  private static String number(
      Organisation organisation, Map<String, Hotline> hotlines, String language) {
    Hotline hotline = hotlines.get(language);
    if (hotline == null) {
      hotline = hotlines.get(organisation.defaultLanguage());
    }
    return hotline == null ? "" : hotline.number();
  }

  @Override
  public String toString() {
    return "Sheet[redacted]";
  }
}

package org.answerable.poll.web;

import java.time.LocalDate;
import java.util.List;
import org.answerable.organisation.Organisation;
import org.answerable.platform.web.PageTexts;
import org.answerable.poll.Form;
import org.answerable.poll.Poll;
import org.answerable.poll.VotingCode;

/**
 * Codes as they are printed and cut. They are in the order in which they were drawn, which tells
 * nothing.
 *
 * @param codes as people read them
 * @param number to text; empty: there is none
 * @param example of a vote
 */
public record Slips(
    List<String> codes,
    List<PageTexts> languages,
    String number,
    String example,
    LocalDate closes) {
  static Slips of(Poll poll, Organisation home, List<String> codes) {
    Form form = Form.of(poll.terms().form());
    return new Slips(
        codes.stream().map(VotingCode::shown).toList(),
        home.languages().stream().filter(PageTexts.LANGUAGES::contains).map(PageTexts::in).toList(),
        home.textNumber().orElse(""),
        form.example(poll.terms().options().size()),
        poll.terms().closes());
  }

  /** What to do with one. */
  public String how(PageTexts texts, String code) {
    String vote = code + " " + example;
    String day = texts.fullDay(closes);
    return number.isEmpty()
        ? texts.get("slip.how", vote, day)
        : texts.get("slip.how.to", vote, day, number);
  }

  @Override
  public String toString() {
    return "Slips[redacted]";
  }
}

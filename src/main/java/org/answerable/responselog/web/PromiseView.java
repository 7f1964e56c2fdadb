package org.answerable.responselog.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.answerable.responselog.PublicPromise;
import org.answerable.responselog.PublicText;
import org.jspecify.annotations.Nullable;

/** A promise or a referral in the words of a page. */
public record PromiseView(PublicPromise promise, Reader reader) {
  public String href() {
    return reader.link((promise.ofPoll() ? "/polls/" : "/log/") + promise.reference());
  }

  /** Words that were removed leave the reference. */
  public String what() {
    PublicText what = promise.what();
    return what == null ? promise.reference() : what.text();
  }

  public @Nullable PublicText words() {
    return promise.words();
  }

  public LocalDate day() {
    LocalDate kept = promise.kept();
    return kept == null ? promise.due() : kept;
  }

  /** "Programmes lead, promised on 4 Nov for 5 Dec." */
  public String story() {
    String owner = promise.ownerRole();
    String made = reader.day(promise.made());
    String due = reader.day(promise.due());
    return owner == null
        ? reader.texts().get("promise.asked", made, due)
        : reader.texts().get("promise.made", reader.role(owner), made, due);
  }

  public Mark mark() {
    LocalDate kept = promise.kept();
    boolean referral = promise.isReferral();
    if (kept != null) {
      long late = Math.max(0, ChronoUnit.DAYS.between(promise.due(), kept));
      String detail = late == 0 ? null : reader.texts().count("status.days-late", late);
      return new Mark("ok", text(referral ? "promise.answered" : "promise.kept"), detail);
    }
    if (promise.isLate(reader.today())) {
      long late = ChronoUnit.DAYS.between(promise.due(), reader.today());
      return new Mark(
          "late",
          text(referral ? "promise.unanswered" : "promise.missed"),
          reader.texts().count("status.days-late", late));
    }
    return new Mark(
        referral ? "ref" : "will",
        reader.texts().get("promise.by", reader.day(promise.due())),
        null);
  }

  private String text(String key) {
    return reader.texts().get(key);
  }
}

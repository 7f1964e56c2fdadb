package org.answerable.delivery;

import java.util.Locale;

/** What became of a response on its way to a phone; each is final. */
public enum DeliveryOutcome {
  /** The provider took it. Whether a phone was on is nobody's business. */
  HANDED_OVER,
  /** The provider may have taken it, and it is not sent again: twice would be worse. */
  UNCERTAIN,
  /** It could not be sent. */
  FAILED,
  /** The person has stopped us. */
  OPTED_OUT,
  /** The person wants no texts, and looks themselves. */
  NOT_ASKED;

  /** As the database has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.answerable.delivery;

import java.util.Locale;

/**
 * What became of a response on its way to a phone. Each is final for one round; what is uncertain
 * may have a further one, if a person decides so.
 */
public enum DeliveryOutcome {
  /** The provider took it. Whether a phone was on is nobody's business. */
  HANDED_OVER,
  /** The provider may have taken it; it is sent again only if a person decides so. */
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

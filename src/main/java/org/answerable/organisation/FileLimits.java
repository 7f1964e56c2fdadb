package org.answerable.organisation;

import java.time.Duration;

/** How much an organisation's file may hold. Menus and names have to fit into text messages. */
final class FileLimits {
  static final int FILE_CHARS = 200_000;
  static final int LANGUAGES = 10;
  static final int ROLES = 20;
  static final int TOPICS = 40;
  static final int MENU_TOPICS = 12;
  static final int CHANNELS = 10;
  static final int SMS_COSTS = 50;
  static final int WITNESSES = 8;
  static final int READERS = 20;
  static final int FOCAL_POINTS = 10;
  static final int NAME_CHARS = 40;
  static final int MENU_CHARS = 20;
  static final int TITLE_CHARS = 80;
  static final int HOURS_CHARS = 80;

  /** The longest number of E.164; the longest text that names two keeps to one segment. */
  static final int NUMBER_CHARS = 16;

  /** Of a witness's key, which has its name in it, and of its address. */
  static final int WITNESS_CHARS = 300;

  static final int ABOUT_CHARS = 4_000;
  static final int PER_SECOND = 1_000;
  static final int WORKING_DAYS = 365;

  /** Commitments to nothing that enter the log at a slot, on the average. */
  static final int COVERS = 6;

  static final int COVERS_MAX = 20;

  /** People by whose support a proposal is due on the next vote; as many as are ever told. */
  static final int SUPPORT_MIN = 10;

  static final int SUPPORT = 20;
  static final int SUPPORT_MAX = 1_000;
  static final Duration SLOT_MIN = Duration.ofMinutes(1);
  static final Duration WAIT_MAX = Duration.ofHours(24);

  private FileLimits() {}
}

package org.answerable.delivery.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.answerable.constituent.Way;
import org.answerable.delivery.AskedBack;
import org.answerable.organisation.Organisation;

/** Conversations, which may be in the midst of something. */
final class TalkedTo implements AskedBack {
  private final List<String> expected = new ArrayList<>();
  private boolean busy;

  void busy(boolean now) {
    busy = now;
  }

  /** The receipts that answers are expected about. */
  List<String> expected() {
    return List.copyOf(expected);
  }

  @Override
  public boolean expect(
      Organisation home, Way.Reach reach, UUID feedback, String receipt, UUID question) {
    if (!busy) {
      expected.add(receipt);
    }
    return !busy;
  }

  @Override
  public String words(String language, String receipt, String question) {
    return language + " " + receipt + "? " + question;
  }

  @Override
  public String notice(String language, String receipt) {
    return language + " " + receipt + "?";
  }
}

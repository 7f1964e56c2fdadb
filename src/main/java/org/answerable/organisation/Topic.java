package org.answerable.organisation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feedback is about, in the organisation's own words.
 *
 * @param id the word in configuration and log: {@code medicines}
 * @param menu the short word in the numbered list of a text message; null: readers alone give it
 * @param title the words in "Report about …"
 * @param kind what it is until somebody corrects it
 * @param role who answers
 * @param reportDays working days for a report on it; null: the days of the kind
 * @param sensitivity where it starts
 * @param hiddenFrom roles that never see it
 */
public record Topic(
    String id,
    @Nullable Localised menu,
    Localised title,
    Kind kind,
    String role,
    @Nullable Integer reportDays,
    Sensitivity sensitivity,
    Set<String> hiddenFrom) {

  /** The topic of what nobody has sorted. It is in no menu and belongs to {@link Role#READER}. */
  public static final String UNSORTED = "unsorted";

  public Topic {
    hiddenFrom = Set.copyOf(hiddenFrom);
  }
}

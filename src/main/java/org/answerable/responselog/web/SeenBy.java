package org.answerable.responselog.web;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.answerable.organisation.Witness;
import org.answerable.responselog.Cosignatures;
import org.answerable.responselog.LogHead;
import org.answerable.responselog.Witnessed;

/**
 * What an outside witness has seen of a log, in the words of a page.
 *
 * @param witness its name, as it signs
 * @param told what follows the name
 */
public record SeenBy(String witness, String told) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** Of each witness whom the organisation names and who has seen something, the latest first. */
  static List<SeenBy> all(Cosignatures cosignatures, LogHead head, Reader reader) {
    var organisation = reader.organisation();
    return cosignatures
        .latest(organisation.id(), organisation.witnesses().stream().map(Witness::key).toList())
        .stream()
        .map(one -> new SeenBy(one.name(), told(one, head, reader)))
        .toList();
  }

  private static String told(Witnessed one, LogHead head, Reader reader) {
    ZonedDateTime moment = one.time().atZone(reader.organisation().timeZone());
    String day = reader.day(moment.toLocalDate());
    String time = TIME.format(LocalTime.from(moment));
    return one.size() == head.size()
        ? reader.texts().get("seen.now", day, time)
        : reader.texts().count("seen.before", one.size(), day, time);
  }
}

package org.answerable.conversation;

import java.util.List;
import org.answerable.constituent.Constituent;
import org.answerable.conversation.decision.Talk;
import org.answerable.effect.Turn;

/**
 * Turns of a conversation in which nobody says anything: sealed, counted and overtaken as any
 * other, and known again by their mark.
 */
final class UnspokenTurns {
  private final Seals seals;

  UnspokenTurns(Seals seals) {
    this.seals = seals;
  }

  /**
   * @param mark what it is for; the same one is taken once, within two epochs
   */
  Turn of(Constituent person, String channel, String mark, long turn, Talk next) {
    String organisation = person.organisation();
    int epoch = seals.epoch(organisation);
    byte[] id = seals.messageId(organisation, channel, mark, epoch);
    byte[] before =
        epoch == 1 ? new byte[0] : seals.messageId(organisation, channel, mark, epoch - 1);
    return new Turn(
        organisation,
        epoch,
        id,
        before,
        person.who(),
        turn,
        seals.nothing(person, id),
        seals.session(person, next),
        List.of());
  }
}

package org.answerable.intake;

import java.sql.SQLException;
import java.time.Instant;
import org.answerable.organisation.Organisation;
import org.answerable.responselog.Declarations;
import org.answerable.responselog.Sequencer;

/**
 * One slot: everything that leaders and the public can see changes here, and nowhere else.
 *
 * <p>What was taken in is committed to the log before anything of it is released, so that nobody
 * can read a text and then deny that it came; and it is released by the rules that the log names.
 */
public final class Slots {
  private final Release release;
  private final Sequencer sequencer;
  private final EchoClosing closing;
  private final Declarations declarations;

  public Slots(
      Release release, Sequencer sequencer, EchoClosing closing, Declarations declarations) {
    this.release = release;
    this.sequencer = sequencer;
    this.closing = closing;
    this.declarations = declarations;
  }

  /**
   * Runs one slot of one organisation. Killed between its steps, the next one goes on.
   *
   * @return whether anything changed
   */
  public boolean run(Organisation organisation, Instant now) throws SQLException {
    int committed = sequencer.sequence(organisation, now);
    int released = declarations.settle(organisation, now) ? release(organisation, now) : 0;
    int opened = sequencer.sequence(organisation, now);
    closing.close(organisation, now);
    return committed + released + opened > 0;
  }

  private int release(Organisation organisation, Instant now) throws SQLException {
    int released = 0;
    for (int chunk; (chunk = release.run(organisation, now, released == 0)) > 0; ) {
      released += chunk;
    }
    return released;
  }
}

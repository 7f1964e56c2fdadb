package org.answerable.poll.web;

import java.time.LocalDate;
import org.answerable.responselog.Proposals.Proposal;
import org.answerable.responselog.PublicText;
import org.answerable.responselog.Suppressed;
import org.answerable.responselog.web.Reader;
import org.jspecify.annotations.Nullable;

/** What a member proposed, in the words of a page. */
public record ProposalView(Proposal proposal, Reader reader) {
  public String reference() {
    return proposal.reference();
  }

  public String href() {
    return reader.link("/log/" + reference());
  }

  /** Null: not published. */
  public @Nullable PublicText words() {
    return proposal.words();
  }

  public String support() {
    return proposal.support() == 0
        ? reader.texts().get("support.few", Suppressed.K)
        : reader.texts().get("support.or-more", proposal.support());
  }

  /** Since when it is due on the next vote; null: it is not. */
  public @Nullable String due() {
    LocalDate since = proposal.since();
    return since == null ? null : reader.texts().get("proposal.due", reader.day(since));
  }
}

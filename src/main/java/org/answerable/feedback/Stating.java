package org.answerable.feedback;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PublicStatement;
import org.answerable.responselog.Staging;

/** The organisation's own statements: an entry of the log, and its text beside it. */
public final class Stating {
  private final Organisations organisations;
  private final Databases databases;
  private final Staging staging;
  private final PublicStatement.All statements;
  private final Ids ids;

  Stating(
      Organisations organisations,
      Databases databases,
      Staging staging,
      PublicStatement.All statements,
      Ids ids) {
    this.organisations = organisations;
    this.databases = databases;
    this.staging = staging;
    this.statements = statements;
    this.ids = ids;
  }

  /** Whether a leader may speak for the organisation, and as whom. */
  public static List<String> roles(Leader leader) {
    return leader.roles().stream().sorted().toList();
  }

  /** Leaves a statement for the next slot that amends none. */
  public List<StatementDraft.Lack> state(
      Leader leader, String role, StatementDraft draft, Instant now) throws SQLException {
    return state(leader, role, draft, "", now);
  }

  /**
   * Leaves a statement for the next slot.
   *
   * @param role one of the leader's
   * @param amends {@link PublicStatement#hash} of the one that it amends, which stays to be read;
   *     empty: none
   * @return what is missing; empty: it is on its way
   */
  public List<StatementDraft.Lack> state(
      Leader leader, String role, StatementDraft draft, String amends, Instant now)
      throws SQLException {
    Organisation organisation = organisations.get(leader.organisation());
    LocalDate today = organisation.day(now);
    if (!leader.roles().contains(role)) {
      throw new IllegalArgumentException("a role that the leader does not have");
    }
    List<StatementDraft.Lack> lacks = new ArrayList<>(draft.lacks(today));
    if (!amends.isEmpty() && !mayAmend(organisation, draft.about(), amends)) {
      lacks.add(StatementDraft.Lack.NOTHING_TO_AMEND);
    }
    if (lacks.isEmpty()) {
      var content = new Content(ids.salt(), draft.text());
      boolean closed = draft.about().equals(PublicStatement.CLOSED);
      var entry =
          new Entry.Statement(
              today,
              draft.about(),
              role,
              content.hash(),
              closed ? draft.from() : null,
              closed ? draft.until() : null,
              amends.isEmpty() ? null : HexFormat.of().parseHex(amends));
      databases.inTransaction(
          Login.INBOX,
          tx -> {
            staging.stage(tx, organisation.id(), entry, List.of(content));
            return entry;
          });
    }
    return lacks;
  }

  private boolean mayAmend(Organisation organisation, String about, String hash) {
    return amendable(organisation).stream()
        .anyMatch(one -> one.about().equals(about) && one.hash().equals(hash));
  }

  /** What stands in public and may be amended, the latest first. */
  public List<PublicStatement> amendable(Organisation organisation) {
    return statements.of(organisation.id(), FeedbackLimits.STATEMENTS);
  }
}

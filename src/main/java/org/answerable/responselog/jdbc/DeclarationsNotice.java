package org.answerable.responselog.jdbc;

import java.util.List;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.web.Notice;
import org.answerable.platform.web.StandingNotices;

/** Says to leaders that two machines of theirs go by different files. */
final class DeclarationsNotice implements StandingNotices {
  private final JdbcDeclarations declarations;
  private final Organisations organisations;

  DeclarationsNotice(JdbcDeclarations declarations, Organisations organisations) {
    this.declarations = declarations;
    this.organisations = organisations;
  }

  @Override
  public List<Notice> of(String organisation) {
    return organisations.find(organisation).filter(declarations::isOvertaken).stream()
        .map(this::notice)
        .toList();
  }

  private Notice notice(Organisation home) {
    return new Notice(
        "This machine goes by other files than the public log says: another machine of yours was"
            + " started later. From here nothing is released to you. Ask whoever keeps your server"
            + " to give all machines the same files and to start them again.",
        declarations.notInForce(home).stream()
            .map(
                one ->
                    switch (one.what()) {
                      case WORDS -> "the word lists";
                      case ROUTING -> "roles and topics";
                      case DEADLINES -> "the deadlines";
                    })
            .toList());
  }
}

package org.answerable.responselog.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes texts that stand beside the log, in the transaction that lets it say so. Their salted
 * hashes are noted, so that whoever asks for one learns that it is gone, and not that it never was.
 */
record Erased(JdbcClient tx, String organisation) {

  void erase(byte[] hash) {
    tx.sql("delete from responselog.content where organisation = ? and hash = ?")
        .params(organisation, hash)
        .update();
    note(hash);
  }

  /** Of a feedback whose words were published; where none were, there is nothing to do. */
  void eraseWords(String reference) {
    tx.sql(
            """
            select words from responselog.feedback
            where organisation = ? and reference = ? and words is not null
            """)
        .params(organisation, reference)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .ifPresent(this::erase);
  }

  private void note(byte[] hash) {
    tx.sql(
            """
            insert into responselog.erased (organisation, hash) values (?, ?)
            on conflict do nothing
            """)
        .params(organisation, hash)
        .update();
  }
}

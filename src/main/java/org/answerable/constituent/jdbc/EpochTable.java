package org.answerable.constituent.jdbc;

import java.time.LocalDate;
import java.util.List;
import org.answerable.constituent.EpochLimits;
import org.answerable.platform.keys.LivingEpochs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which epochs live, and the partition of messages that each has. */
final class EpochTable {
  private EpochTable() {}

  /** A row, as it stands. */
  record Stand(LivingEpochs living, LocalDate begun, boolean asked, boolean erase) {}

  static List<Stand> read(JdbcClient client, String organisation) {
    return client
        .sql(
            "select epoch, oldest, begun, asked, erase from constituent.epoch where organisation ="
                + " ?")
        .param(organisation)
        .query(
            (row, n) ->
                new Stand(
                    new LivingEpochs(row.getInt(1), row.getInt(2)),
                    row.getObject(3, LocalDate.class),
                    row.getBoolean(4),
                    row.getBoolean(5)))
        .list();
  }

  /** Waits until nobody seals, and lets nobody seal until the transaction's end. */
  static void lock(JdbcClient client, String organisation) {
    client.sql("select constituent.change_epoch(?)").param(organisation).query().listOfRows();
  }

  /** Of several nodes that start at once, one begins it. */
  static void beginFirst(JdbcClient client, String organisation, LocalDate today) {
    LivingEpochs first = LivingEpochs.FIRST;
    createPartition(client, organisation, first.epoch());
    client
        .sql(
            """
            insert into constituent.epoch (organisation, epoch, oldest, begun, since)
            values (?, ?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(organisation, first.epoch(), first.oldest(), today, today)
        .update();
  }

  static void begin(JdbcClient client, String organisation, LivingEpochs next, LocalDate today) {
    waitBriefly(client);
    createPartition(client, organisation, next.epoch());
    client
        .sql(
            """
            update constituent.epoch
            set epoch = ?, oldest = ?, begun = ?, asked = false, known_since = begun_at,
              begun_at = clock_timestamp()
            where organisation = ?
            """)
        .params(next.epoch(), next.oldest(), today, organisation)
        .update();
  }

  /** An epoch that takes nothing over begins; no message of before is remembered. */
  static void beginAnew(JdbcClient client, String organisation, int epoch, LocalDate today) {
    begin(client, organisation, new LivingEpochs(epoch, epoch), today);
    forgetMessagesBefore(client, organisation, epoch);
    client
        .sql("update constituent.epoch set known_since = begun_at where organisation = ?")
        .param(organisation)
        .update();
  }

  /** Everything was taken over; messages of the last but one epoch are remembered no more. */
  static void end(JdbcClient client, String organisation, LivingEpochs living) {
    client
        .sql("update constituent.epoch set oldest = epoch where organisation = ?")
        .param(organisation)
        .update();
    waitBriefly(client);
    forgetMessagesBefore(client, organisation, living.messagesBefore());
  }

  private static void forgetMessagesBefore(JdbcClient client, String organisation, int epoch) {
    for (String partition : partitions(client, organisation)) {
      if (epoch(partition) < epoch) {
        client.sql("drop table conversation.\"" + partition + "\"").update();
      }
    }
  }

  /** Everybody is to be forgotten, by whichever node looks next. */
  static void askToErase(JdbcClient client, String organisation) {
    client
        .sql("update constituent.epoch set erase = true where organisation = ?")
        .param(organisation)
        .update();
  }

  /** Everybody was forgotten; the next epoch is to begin at once. */
  static void erased(JdbcClient client, String organisation, int people) {
    client
        .sql(
            """
            update constituent.epoch set erase = false, erased = ?, asked = true
            where organisation = ?
            """)
        .params(people, organisation)
        .update();
  }

  /** How many people were forgotten when everybody was. */
  static int erased(JdbcClient client, String organisation) {
    return client
        .sql("select coalesce(erased, 0) from constituent.epoch where organisation = ?")
        .param(organisation)
        .query(Integer.class)
        .single();
  }

  /**
   * Until this transaction's end. Partitions come and go under a lock of the whole table, and while
   * it is waited for, as for a dump that runs, nobody's message is taken: rather fail, and try
   * again at the next look.
   */
  private static void waitBriefly(JdbcClient client) {
    long millis = EpochLimits.TABLE_LOCK.toMillis();
    client.sql("set local lock_timeout = '%dms'".formatted(millis)).update();
  }

  /** An organisation's name is a slug: letters, digits, hyphens. */
  private static void createPartition(JdbcClient client, String organisation, int epoch) {
    client
        .sql(
            """
            create table if not exists conversation."%1$s" partition of conversation.message
              for values from ('%2$s', %3$d) to ('%2$s', %4$d)
            """
                .formatted(prefix(organisation) + epoch, organisation, epoch, epoch + 1))
        .update();
  }

  private static List<String> partitions(JdbcClient client, String organisation) {
    return client
        .sql(
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'conversation.message'::regclass and c.relname ~ ?
            """)
        .param("^" + prefix(organisation) + "\\d+$")
        .query(String.class)
        .list();
  }

  private static int epoch(String partition) {
    return Integer.parseInt(partition.substring(partition.lastIndexOf('_') + 1));
  }

  private static String prefix(String organisation) {
    return "message_" + organisation + "_";
  }
}

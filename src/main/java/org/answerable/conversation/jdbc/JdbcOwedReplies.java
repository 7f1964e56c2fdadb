package org.answerable.conversation.jdbc;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.conversation.OwedReplies;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.stereotype.Component;

@Component
final class JdbcOwedReplies implements OwedReplies {
  private final Databases databases;

  JdbcOwedReplies(Databases databases) {
    this.databases = databases;
  }

  @Override
  public void add(String organisation, Collection<byte[]> ids, LocalDate today, LocalDate before) {
    databases
        .as(Login.INTAKE)
        .sql("delete from conversation.owed where organisation = ? and day < ?")
        .params(organisation, before)
        .update();
    databases
        .as(Login.INTAKE)
        .sql(
            """
            insert into conversation.owed (organisation, id, day)
            select ?, id, ? from unnest(?::bytea[]) id on conflict do nothing
            """)
        .params(organisation, today, array(ids))
        .update();
  }

  @Override
  public Set<ByteBuffer> of(String organisation, Collection<byte[]> ids) {
    return databases
        .as(Login.INTAKE)
        .sql("select id from conversation.owed where organisation = ? and id = any (?)")
        .params(organisation, array(ids))
        .query((row, number) -> ByteBuffer.wrap(row.getBytes(1)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void remove(String organisation, Collection<byte[]> ids) {
    databases
        .as(Login.INTAKE)
        .sql("delete from conversation.owed where organisation = ? and id = any (?)")
        .params(organisation, array(ids))
        .update();
  }

  private static byte[][] array(Collection<byte[]> ids) {
    return ids.toArray(new byte[0][]);
  }
}

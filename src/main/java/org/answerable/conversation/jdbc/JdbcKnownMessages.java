package org.answerable.conversation.jdbc;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerable.conversation.KnownMessages;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.stereotype.Component;

@Component
final class JdbcKnownMessages implements KnownMessages {
  private final Databases databases;

  JdbcKnownMessages(Databases databases) {
    this.databases = databases;
  }

  @Override
  public Optional<Instant> since(String organisation) {
    return databases
        .as(Login.INTAKE)
        .sql("select known_since from constituent.epoch where organisation = ?")
        .param(organisation)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public Optional<KeptReply> reply(String organisation, Map<Integer, byte[]> idsByEpoch) {
    return idsByEpoch.entrySet().stream()
        .map(id -> reply(organisation, id.getKey(), id.getValue()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<KeptReply> reply(String organisation, int epoch, byte[] id) {
    return databases
        .as(Login.INTAKE)
        .sql(
            """
            select reply from conversation.message
            where organisation = ? and epoch = ? and id = ?
            """)
        .params(organisation, epoch, id)
        .query((row, number) -> new KeptReply(id, row.getBytes(1)))
        .optional();
  }

  @Override
  public Set<ByteBuffer> of(String organisation, int epoch, Collection<byte[]> ids) {
    return databases
        .as(Login.INTAKE)
        .sql(
            """
            select id from conversation.message
            where organisation = ? and epoch = ? and id = any (?)
            """)
        .params(organisation, epoch, ids.toArray(new byte[0][]))
        .query((row, number) -> ByteBuffer.wrap(row.getBytes(1)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}

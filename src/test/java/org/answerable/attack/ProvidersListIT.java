package org.answerable.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.constituent.Epochs;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.RootKey;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.BetweenSlots;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whoever has the provider's list of message ids, the whole database with its system columns, and
 * all keys: within two epochs they find the row that remembers a message, and by the transaction
 * that wrote it the receipt; after two epochs nothing.
 */
@ApplicationTest
class ProvidersListIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger(744_000_000);
  private static final int MESSAGES = 30;
  @Autowired private Inbound inbound;
  @Autowired private Epochs epochs;
  @Autowired private EpochKeys living;
  @Autowired private Organisations organisations;
  @Autowired private Databases databases;
  @Autowired private OwnerDatabase owner;
  @Autowired private AnswerableProperties properties;
  @Autowired private RootKey root;

  @Test
  void afterTwoEpochsNoMessageLeadsToAFeedback() throws SQLException {
    Organisation home = organisations.get("baraza-letu");
    List<String> list =
        Stream.generate(() -> UUID.randomUUID().toString()).limit(MESSAGES).toList();
    long links =
        BetweenSlots.of(
            databases,
            home.id(),
            () -> {
              list.forEach(id -> say(home, id));
              return links(home, list);
            });
    assertThat(links).as("the attack works").isEqualTo(MESSAGES);
    next(home); // receipts are sealed anew, by another transaction
    assertThat(links(home, list)).isZero();
    assertThat(known(home, list)).as("repeats are still known").isEqualTo(MESSAGES);
    next(home);
    assertThat(known(home, list)).isZero();
  }

  private void say(Organisation home, String id) {
    Address phone = new Address("simulator", "+254" + NUMBERS.incrementAndGet());
    inbound.take(new IncomingMessage(home.id(), id, phone, "no chairs at Kilima", Instant.now()));
  }

  private long known(Organisation home, List<String> list) {
    return found(home, list, "select exists (select from %s m where m.id = ?)");
  }

  private long links(Organisation home, List<String> list) {
    return found(
        home,
        list,
        """
        select exists (
          select from %s m
          join responselog.receipt r on r.xmin::text = m.xmin::text
          where m.id = ?)
        """);
  }

  private long found(Organisation home, List<String> list, String question) {
    var seized = new EpochKeys(properties.keysDir(), root);
    return list.stream().filter(id -> isFound(home, seized, id, question)).count();
  }

  private boolean isFound(Organisation home, EpochKeys seized, String id, String question) {
    for (int epoch = 1; epoch <= living.living(home.id()).epoch(); epoch++) {
      try {
        byte[] hash = seized.messages(home.id(), epoch).mac("message", utf8("simulator"), utf8(id));
        if (isFound(home, epoch, hash, question)) {
          return true;
        }
      } catch (KeyRefused gone) {
        // destroyed
      }
    }
    return false;
  }

  private boolean isFound(Organisation home, int epoch, byte[] hash, String question) {
    String partition = "conversation.\"message_%s_%d\"".formatted(home.id(), epoch);
    boolean there =
        owner
            .client()
            .sql("select to_regclass(?) is not null")
            .param(partition)
            .query(Boolean.class)
            .single();
    return there
        && owner
            .client()
            .sql(question.formatted(partition))
            .param(hash)
            .query(Boolean.class)
            .single();
  }

  private void next(Organisation home) throws SQLException {
    epochs.ask(home.id());
    assertThat(epochs.change(home, Instant.now())).isTrue();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

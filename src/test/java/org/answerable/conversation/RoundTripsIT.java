package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.conversation.decision.Talking;
import org.answerable.platform.Databases;
import org.answerable.responselog.Receipts;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.CountedStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What a message costs in round trips to the database, from the webhook's side: none may be added
 * unseen. A batch of many messages makes those of the commit once.
 */
@ApplicationTest
@Import(RoundTripsIT.Counted.class)
class RoundTripsIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger(760_000_000);
  private static final String WRITER = "commit-";

  /** Who it is; after a change of keys, while people are taken over, twice. */
  private static final int WHO = 1;

  /** Which messages are new, and where the sessions stand. */
  private static final int CLAIM = 1;

  private static final int COMMIT = 1;

  @Autowired private CountedStatements statements;
  @Autowired private Receipts receipts;

  @Autowired
  @Qualifier("conversation")
  private Inbound inbound;

  private final String from = "+254" + NUMBERS.incrementAndGet();

  @BeforeEach
  void countOnlyWhatFollows() {
    statements.take();
  }

  @Test
  void theFirstTextOfSomebodyNewWritesItsSixKindsOfRows() {
    assertThat(trips("no syrup at Mto again")).hasSize(WHO + CLAIM + 6 + COMMIT);
  }

  @Test
  void moreOfAFeedbackWritesTwo() {
    trips("no syrup at Mto again");
    assertThat(trips("and no water")).hasSize(WHO + CLAIM + 2 + COMMIT);
  }

  @Test
  void anAnswerWritesOneAndAsksWhetherItJudgesAResponse() {
    trips("no syrup at Mto again");
    assertThat(trips("1")).hasSize(WHO + 1 + CLAIM + 1 + COMMIT);
  }

  @Test
  void aKeywordWritesNothingAndStatusAsksOnce() {
    trips("no syrup at Mto again");
    assertThat(trips("HELP")).hasSize(WHO + CLAIM + COMMIT);
    assertThat(trips("STATUS 4821-9307")).hasSize(WHO + 1 + CLAIM + COMMIT);
  }

  @Test
  void aRepeatAsksForWhatWasSaidAndWhoHeardIt() {
    var message = message("no syrup at Mto again");
    inbound.take(message);
    statements.take();
    inbound.take(message);
    assertThat(statements.take()).hasSize(WHO + CLAIM + 1 + COMMIT + WHO);
  }

  /** However many such numbers a text holds, it is one statement. */
  @Test
  void onlyATextWithANumberAsLongAsAReceiptIsLookedUp() {
    trips("no syrup at Mto again");
    assertThat(trips("we waited 3 hours, 12 people, since 2019")).hasSize(WHO + CLAIM + 2 + COMMIT);
    assertThat(trips("they say 7012 3456, 70123457 or 70123458"))
        .hasSize(WHO + 1 + CLAIM + 2 + COMMIT);
  }

  /** What makes a receipt within other words be taken out. */
  @Test
  void ofManyNumbersTheOneThatIsAReceiptOfThisOrganisationIsFound() {
    String said = Talking.shown(inbound.take(message("no syrup at Mto again")));
    String code = said.replaceAll("(?s).*(\\d{4})-(\\d{4}).*", "$1$2");
    var numbers = List.of("70123456", code, "70123457");
    assertThat(receipts.given("baraza-letu", numbers)).containsExactly(code);
    assertThat(receipts.given("another", numbers)).isEmpty();
  }

  private List<String> trips(String text) {
    statements.take();
    inbound.take(message(text));
    return statements.take();
  }

  private IncomingMessage message(String text) {
    return new IncomingMessage(
        "baraza-letu",
        UUID.randomUUID().toString(),
        new Address("simulator", from),
        text,
        Instant.now());
  }

  /** Notes what the test's thread does, and the threads that commit. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Counted {
    @Bean
    static CountedStatements countedStatements() {
      Thread test = Thread.currentThread();
      return new CountedStatements(thread -> thread == test || thread.getName().startsWith(WRITER));
    }

    @Bean
    static BeanPostProcessor counting(CountedStatements statements) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof Databases databases ? statements.around(databases) : bean;
        }
      };
    }
  }
}

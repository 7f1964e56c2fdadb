package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.KeptAnswer;
import org.answerable.constituent.Vault;
import org.answerable.conversation.decision.Talking;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Ids;
import org.answerable.platform.RandomIds;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;

/**
 * The attack P17: who forges a sender never sees a reply; who stole a receipt writes from another
 * phone. A thousand texts of each get no receipt, response, erasure or opt-in of somebody else.
 */
@ApplicationTest
class ForgedSenderIT {
  private static final int TEXTS = 1000;
  private static final String WORDS = "The pharmacist is back.";
  private static final AtomicInteger NUMBERS = new AtomicInteger(742_000_000);
  @Autowired private Organisations organisations;
  @Autowired private ApplicationContext application;
  @Autowired private Vault vault;

  @Autowired
  @Qualifier("deliveryVault")
  private Vault deliveryVault;

  private final String victim = "+254" + NUMBERS.incrementAndGet();
  private final String thief = "+254" + NUMBERS.incrementAndGet();
  private Organisation home;
  private Nodes nodes;
  private Inbound inbound;

  @BeforeEach
  void startANode() {
    home = organisations.get("baraza-letu");
    nodes = new Nodes(application);
    inbound = nodes.start(new GuessableIds());
  }

  @AfterEach
  void stopTheNode() {
    nodes.close();
  }

  @Test
  void whoForgesASenderErasesNothing() {
    String code = code(hears(victim, "no syrup at Mto again"));
    Constituent before = person(victim);
    for (int i = 0; i < TEXTS / 4; i++) {
      String guess = String.format(Locale.ROOT, "%04d", i);
      hears(victim, "FORGET");
      hears(victim, "FORGET " + guess);
      hears(victim, "FUTA " + guess);
      hears(victim, "WITHDRAW 9999-" + guess);
    }
    Constituent after = person(victim);
    assertThat(after.known()).isTrue();
    assertThat(after.who()).isEqualTo(before.who());
    assertThat(after.settings()).isEqualTo(before.settings());
    assertThat(hears(thief, "STATUS " + code)).contains("taken in");
  }

  @Test
  void whoStoleAReceiptGetsNothingButItsState() {
    String code = code(hears(victim, "no syrup at Mto again"));
    hears(victim, "STOP");
    Constituent before = person(victim);
    var heard = new ArrayList<String>();
    for (int i = 0; i < TEXTS / 5; i++) {
      heard.add(hears(thief, "WITHDRAW " + code));
      heard.add(hears(thief, "READ " + code));
      heard.add(hears(thief, "READ " + code + " " + String.format(Locale.ROOT, "%04d", i)));
      heard.add(hears(thief, "FORGET " + code));
      heard.add(hears(thief, "START"));
    }
    assertThat(heard).noneMatch(text -> text.contains(code)).noneMatch(t -> t.contains("syrup"));
    Constituent after = person(victim);
    assertThat(after.who()).isEqualTo(before.who());
    assertThat(after.stopped()).isTrue();
    assertThat(hears("+254" + NUMBERS.incrementAndGet(), "STATUS " + code)).contains("taken in");
  }

  /** Whoever has the phone and the receipt, and not the PIN. */
  @Test
  void whoHoldsThePhoneDoesNotGuessThePin() {
    String code = code(hears(victim, "no syrup at Mto again"));
    hears(victim, "safety");
    assertThat(hears(victim, "notice")).startsWith("Send 4 digits");
    assertThat(hears(victim, "0009")).startsWith("Done.");
    answer(code);
    var heard = new ArrayList<String>();
    for (int i = 0; i < TEXTS; i++) {
      heard.add(hears(victim, "READ " + code + " " + String.format(Locale.ROOT, "%04d", i)));
      heard.add(hears(thief, "READ " + code + " 0009"));
    }
    assertThat(heard).noneMatch(text -> text.contains(WORDS));
    assertThat(heard.getFirst()).isEqualTo("That did not match. 2 tries left today.");
  }

  @Test
  void aStolenReceiptReadsNothingOnAnotherPhone() {
    String code = code(hears(victim, "no syrup at Mto again"));
    answer(code);
    assertThat(hears(thief, "READ " + code)).startsWith("Nothing waits");
    assertThat(hears(victim, "READ " + code)).isEqualTo(code + ": " + WORDS);
  }

  /** As delivery does when it sends a notice, with its own login. */
  private void answer(String code) {
    var answer =
        new KeptAnswer(UUID.randomUUID(), home.day(Instant.now()), code.replace("-", ""), WORDS);
    deliveryVault.keep(home.id(), person(victim).who(), answer);
  }

  private String hears(String from, String text) {
    return Talking.shown(
        inbound.take(
            new IncomingMessage(
                home.id(),
                UUID.randomUUID().toString(),
                new Address("simulator", from),
                text,
                Instant.now())));
  }

  private Constituent person(String number) {
    return vault.who(home, new Address("simulator", number), home.day(Instant.now()));
  }

  private static String code(String said) {
    assertThat(said).startsWith("We have it. Code ");
    return said.replaceAll("(?s).*Code (\\d{4}-\\d{4}).*", "$1");
  }

  /** Digits that the attacker comes to early, if only they may go on trying. */
  private static final class GuessableIds implements Ids {
    private final Ids random = new RandomIds();

    @Override
    public String fourDigits() {
      return "0099";
    }

    @Override
    public UUID uuid() {
      return random.uuid();
    }

    @Override
    public String receipt() {
      return random.receipt();
    }

    @Override
    public String reference() {
      return random.reference();
    }

    @Override
    public byte[] salt() {
      return random.salt();
    }
  }
}

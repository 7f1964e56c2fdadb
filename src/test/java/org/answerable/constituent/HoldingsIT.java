package org.answerable.constituent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.constituent.jdbc.Holdings;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** What is told of one person's holdings is what they did. */
@ApplicationTest
class HoldingsIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger(765_000_000);
  private static final Pattern CODE = Pattern.compile("\\d{4}-\\d{4}");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  @Autowired private Inbound inbound;
  @Autowired private Organisations organisations;
  @Autowired private OwnerDatabase owner;
  @Autowired private Databases databases;
  @Autowired private EpochKeys keys;
  @Autowired private Vault vault;

  @Autowired
  @Qualifier("deliveryVault")
  private Vault deliveryVault;

  private final String mine = "+254" + NUMBERS.incrementAndGet();
  private final String other = "+254" + NUMBERS.incrementAndGet();

  @Test
  void whatIsCountedIsWhatThePersonDid() throws InterruptedException {
    says(other, "no chairs at Kilima");
    String first = code(says(mine, "no syrup at Mto again"));
    says(mine, "and no water");
    says(mine, "1");
    says(mine, "only leaders");
    says(mine, "notice");
    says(mine, "4821");
    says(mine, "QUIET 21-7");
    says(mine, "STOP");
    says(mine, "START");
    String second = code(says(mine, "the queue is long"));
    says(mine, "STOP");
    says(mine, "START");
    says(mine, "hello");
    says(mine, "SAFE");
    says(mine, "the nurse told my landlord");
    keep(mine, first);
    keep(mine, second);
    keep(other, "11111111");
    expect(new Counts(3, 1, 2));
    awaitRelease();
    expect(new Counts(3, 1, 2));

    Holdings.Held held = held(mine);
    Settings settings = held.person().settings();
    assertThat(settings.language()).isEqualTo("en");
    assertThat(settings.way()).isEqualTo(AnswerWay.NOTICE);
    assertThat(settings.pin()).isNotNull();
    assertThat(settings.quiet()).isNotNull();
    assertThat(held.person().stopped()).isFalse();
    assertThat(held.person().muted()).isNull();
    assertThat(held.person().seen()).isEqualTo(today());
    assertThat(held.conversation()).isTrue();
    assertThat(held.lastDay()).contains(today().plusDays(90));
    assertThat(counts(held(other))).isEqualTo(new Counts(1, 0, 1));
    assertThat(held("+254" + NUMBERS.incrementAndGet()).person().known()).isFalse();
  }

  private record Counts(int feedbacks, int aside, int answers) {}

  private void expect(Counts counts) {
    assertThat(counts(held(mine))).isEqualTo(counts);
  }

  private static Counts counts(Holdings.Held held) {
    return new Counts(held.feedbacks(), held.aside(), held.answers());
  }

  private Holdings.Held held(String number) {
    return new Holdings(owner, databases, keys).of(home(), address(number), today());
  }

  /** As delivery does when it sends a notice, with its own login. */
  private void keep(String number, String code) {
    var answer =
        new KeptAnswer(UUID.randomUUID(), today(), code.replace("-", ""), "It comes on Monday");
    UUID who = vault.who(home(), address(number), today()).who();
    deliveryVault.keep(home().id(), who, answer);
  }

  /** In the demo within seconds, perhaps already. */
  private void awaitRelease() {
    Set<UUID> given = waiting();
    await().atMost(PATIENCE).until(() -> waiting().stream().noneMatch(given::contains));
  }

  /** What was given just now, here or in another test. */
  private Set<UUID> waiting() {
    return owner
        .client()
        .sql(
            """
            select feedback from intake.given
            where aside is null and sensitivity in ('S0', 'S1') and not shown
            """)
        .query(UUID.class)
        .set();
  }

  private String says(String number, String text) {
    var message =
        new IncomingMessage(
            home().id(), UUID.randomUUID().toString(), address(number), text, Instant.now());
    return inbound.take(message).texts().stream()
        .map(Reply.Text::body)
        .collect(Collectors.joining("\n"));
  }

  private static String code(String said) {
    Matcher code = CODE.matcher(said);
    assertThat(code.find()).as(said).isTrue();
    return code.group();
  }

  private Organisation home() {
    return organisations.get("baraza-letu");
  }

  private LocalDate today() {
    return home().day(Instant.now());
  }

  private static Address address(String number) {
    return new Address("simulator", number);
  }
}

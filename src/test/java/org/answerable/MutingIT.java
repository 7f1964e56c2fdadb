package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.feedback.FeedbackLimits;
import org.answerable.feedback.Feedbacks.Filter;
import org.answerable.feedback.Inbox;
import org.answerable.feedback.InboxPage;
import org.answerable.feedback.MutingSender;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.RootKey;
import org.answerable.testing.ApplicationTest;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A leader sets aside what the sender of a feedback writes, and learns nothing of who it is. */
@ApplicationTest
class MutingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WEEK = FeedbackLimits.MUTE_DAYS.get(1);

  @Autowired private Organisations organisations;
  @Autowired private Inbound inbound;
  @Autowired private Inbox inbox;
  @Autowired private MutingSender muting;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  private final String number = "+99961" + ThreadLocalRandom.current().nextInt(1000000, 9999999);
  private Organisation home;
  private Leader reader;

  @BeforeEach
  void takeAReader() {
    home = organisations.get("baraza-letu");
    reader = new Leader(UUID.randomUUID(), home.id(), "Asha", Set.of(Role.READER));
  }

  @Test
  void whatAMutedPersonWritesIsSetAsideAndTheyAreTold() throws Exception {
    String words = "nobody opens the door " + UUID.randomUUID();
    says(words);
    String reference = released(words);

    assertThat(muting.mute(reader, reference, WEEK, Instant.now())).isTrue();
    assertThat(inbox.read(reader, reference).orElseThrow().notes().getFirst().text())
        .isEqualTo(
            "What its sender writes is set aside until the end of "
                + home.day(Instant.now()).plusDays(WEEK)
                + ".");
    awaitMuted();

    assertThat(says("and again nobody opens")).startsWith("We keep what you send, but it is not");
    assertThat(says("my uncle touches me at nite im 14"))
        .as("danger passes")
        .startsWith("Thank you for telling us.");
    assertThat(new WholeDatabase(databases, root).count("delivery.mute"))
        .as("nothing is left that leads from the feedback to the mute")
        .isZero();
  }

  @Test
  void whoMayNotReadItMayNotMute() throws Exception {
    String words = "nobody opens the door " + UUID.randomUUID();
    says(words);
    String reference = released(words);
    var other = new Leader(UUID.randomUUID(), home.id(), "Juma", Set.of("programmes"));
    assertThat(muting.mute(other, reference, WEEK, Instant.now())).isFalse();
  }

  private String says(String text) {
    Reply reply =
        inbound.take(
            new IncomingMessage(
                home.id(),
                UUID.randomUUID().toString(),
                new Address("simulator", number),
                text,
                Instant.now()));
    return reply.texts().isEmpty() ? "" : reply.texts().getFirst().body();
  }

  /** The reference of what has these words, once a slot has released it. */
  private String released(String words) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> rows().stream().filter(row -> row.words().equals(words)).findFirst(),
            Optional::isPresent)
        .orElseThrow()
        .state()
        .reference();
  }

  /** Of all pages: other tests write to this application too. */
  private List<InboxPage.Row> rows() {
    var filter = new Filter(false, null, null);
    var rows = new ArrayList<InboxPage.Row>();
    InboxPage page;
    int number = 0;
    do {
      page = inbox.list(reader, filter, ++number, home.day(Instant.now()));
      rows.addAll(page.rows());
    } while (number < page.pages());
    return rows;
  }

  private void awaitMuted() throws SQLException {
    var database = new WholeDatabase(databases, root);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database.count("constituent.constituent where muted is not null") > 0
                    && database.count("delivery.mute") == 0);
  }
}

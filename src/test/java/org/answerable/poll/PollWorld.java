package org.answerable.poll;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.Vault;
import org.answerable.leader.Leader;
import org.answerable.leader.Problem;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.PollKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.PollTerms;
import org.answerable.responselog.Sequencer;
import org.answerable.testing.WholeDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** The demo organisation, its leaders and people who vote, inside the running application. */
final class PollWorld {
  private static final AtomicInteger NUMBERS = new AtomicInteger(731_000_000);
  private static final Pattern RECEIPT = Pattern.compile("[0-9]{4}-[0-9]{4}");
  final Organisation home;
  final LocalDate today;
  final WholeDatabase whole;
  final Polls polls;
  final PollKeys keys;
  private final Inbound inbound;
  private final SettingUp settingUp;
  private final PublishedPolls published;
  private final PollSweep sweep;
  private final Closing closing;
  private final Voting voting;
  private final Sequencer sequencer;
  private final InstantSource clock;
  private final AnswerableProperties properties;
  private final RootKey root;
  private final Vault vault;

  PollWorld(ApplicationContext context) throws SQLException {
    this.inbound = context.getBean(Inbound.class);
    this.settingUp = context.getBean(SettingUp.class);
    this.polls = context.getBean(Polls.class);
    this.published = context.getBean(PublishedPolls.class);
    this.sweep = context.getBean(PollSweep.class);
    this.closing = context.getBean(Closing.class);
    this.voting = context.getBean(Voting.class);
    this.keys = context.getBean(PollKeys.class);
    this.sequencer = context.getBean(Sequencer.class);
    this.clock = context.getBean(InstantSource.class);
    this.properties = context.getBean(AnswerableProperties.class);
    this.root = context.getBean(RootKey.class);
    this.vault = context.getBean(Vault.class);
    this.whole = new WholeDatabase(context.getBean(Databases.class), root);
    this.home = context.getBean(Organisations.class).get("baraza-letu");
    this.today = home.day(clock.instant());
  }

  /** No poll of one test is open in the next, nor waits. */
  void cancelWhatIsOpen() throws SQLException {
    for (Poll poll : polls.all(home.id(), PollLimits.LISTED)) {
      closing.cancel(poll, "the test is over", today);
      settingUp.discard(poll);
    }
    voting.refresh(home.id());
  }

  List<String> problems(PollTerms terms) {
    return settingUp.problems(terms, home, today).stream().map(Problem::text).toList();
  }

  /** Some minutes ago, but not on the day before. */
  Instant earlierToday() {
    Instant midnight = today.atStartOfDay(home.timeZone()).toInstant();
    Instant ago = clock.instant().minusSeconds(600);
    return ago.isBefore(midnight) ? midnight : ago;
  }

  Poll openPoll(Form form) throws SQLException {
    return openPoll(terms(form));
  }

  Poll openPoll(PollTerms terms) throws SQLException {
    Poll poll = settingUp.setUp(leader(), terms, today);
    assertThat(settingUp.agree(leader(), poll, today)).isEqualTo(SettingUp.Done.DONE);
    open();
    return find(poll);
  }

  PollTerms terms(Form form) {
    return SamplePoll.of(form, today, today.plus(PollLimits.NOTICE));
  }

  /** As a node that looked a moment ago; the watch looks every two seconds. */
  void forgetWhatIsOpen() {
    voting.refresh(home.id());
  }

  /** By two leaders. */
  void cancel(Poll poll, String reason) throws SQLException {
    assertThat(settingUp.askToCancel(leader(), find(poll), reason, today))
        .isEqualTo(SettingUp.Done.DONE);
    assertThat(settingUp.cancel(leader(), find(poll), today)).isEqualTo(SettingUp.Done.DONE);
    voting.refresh(home.id());
  }

  /** A slot, and the next look at what is to be opened. */
  void open() throws SQLException {
    sequence();
    sweep.run(home, today);
    voting.refresh(home.id());
  }

  /** Each of some voters chooses one of some options in turn. */
  void vote(int voters, String... choices) {
    for (int voter = 0; voter < voters; voter++) {
      hears(phone(), choices[voter % choices.length]);
    }
  }

  void close(Poll poll) throws SQLException {
    assertThat(closing.close(home, poll, today)).isTrue();
    voting.refresh(home.id());
    sequence();
  }

  void sequence() throws SQLException {
    sequencer.sequence(home, clock.instant());
  }

  Poll find(Poll poll) {
    return polls.find(home.id(), poll.reference()).orElseThrow();
  }

  PublishedPoll published(Poll poll) {
    return published.find(home.id(), poll.reference()).orElseThrow();
  }

  /** How many votes its published tally has. */
  @Nullable Integer votes(Poll poll) {
    return requireNonNull(published(poll).tallied()).votes();
  }

  long live(Poll poll) {
    return whole.count("poll.ballot where poll = ?", poll.reference());
  }

  /** What does not count of an open one, as only its key tells. */
  Uncounted.Counts uncounted(Poll poll) {
    var box = new BallotBox(keys);
    return sealedCounts(poll).stream()
        .map(one -> box.open(home.id(), poll.reference(), one.batch(), one.counts()))
        .reduce(Uncounted.Counts.NONE, Uncounted.Counts::plus);
  }

  List<Uncounted.SealedCounts> sealedCounts(Poll poll) {
    return whole
        .owner()
        .sql("select batch, counts from poll.uncounted where poll = ?")
        .param(poll.reference())
        .query(
            (row, n) -> new Uncounted.SealedCounts(row.getObject(1, UUID.class), row.getBytes(2)))
        .list();
  }

  long loose(Poll poll) {
    return whole.count("poll.loose_ballot where poll = ?", poll.reference());
  }

  boolean hasKey(Poll poll) {
    return keys.polls(home.id()).contains(poll.reference());
  }

  byte[] key(Poll poll) throws IOException {
    return Files.readAllBytes(keyFile(poll));
  }

  /** The keys of somebody who kept a copy of a poll's in a folder of their own. */
  PollKeys keysWith(Poll poll, byte[] key, Path elsewhere) throws IOException {
    Path file = elsewhere.resolve(properties.keysDir().relativize(keyFile(poll)));
    Files.createDirectories(file.getParent());
    write(file, key);
    return new PollKeys(elsewhere, root);
  }

  /** As the vault knows whoever has a phone. */
  Constituent person(String phone) {
    return vault.who(home, new Address("simulator", phone), today);
  }

  /** Puts a key back, as after a kill between the commit and the key's end. */
  void putBack(Poll poll, byte[] key) throws IOException {
    write(keyFile(poll), key);
  }

  private static void write(Path file, byte[] key) throws IOException {
    Files.write(file, key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Path keyFile(Poll poll) {
    return properties.keysDir().resolve(home.id()).resolve("poll-" + poll.reference() + ".key");
  }

  static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        results.add(one.get());
      }
      return results;
    }
  }

  Leader leader() {
    return new Leader(UUID.randomUUID(), home.id(), "somebody", Set.of("programmes"));
  }

  static String phone() {
    return "+254" + NUMBERS.incrementAndGet();
  }

  static IncomingMessage message(String phone, String text) {
    var from = new Address("simulator", phone);
    return new IncomingMessage(
        "baraza-letu", UUID.randomUUID().toString(), from, text, Instant.now());
  }

  String hears(String phone, String text) {
    return inbound.take(message(phone, text)).texts().stream()
        .map(Reply.Text::body)
        .reduce("", String::concat);
  }

  static String receipt(String reply) {
    Matcher found = RECEIPT.matcher(reply);
    assertThat(found.find()).as(reply).isTrue();
    return found.group();
  }
}

package org.answerable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.answerable.delivery.DeliveryLoop;
import org.answerable.effect.Effect;
import org.answerable.effect.EffectWriter;
import org.answerable.feedback.ClosedSweep;
import org.answerable.feedback.Decision;
import org.answerable.feedback.Inbox;
import org.answerable.feedback.OverdueSweep;
import org.answerable.feedback.PromiseSweep;
import org.answerable.feedback.Responding;
import org.answerable.feedback.ResponseDraft;
import org.answerable.intake.CommittedText;
import org.answerable.intake.Decided;
import org.answerable.intake.FeedbackDetailed;
import org.answerable.intake.FeedbackGiven;
import org.answerable.intake.FirstReader;
import org.answerable.intake.Reading;
import org.answerable.intake.Release;
import org.answerable.intake.Slots;
import org.answerable.intake.Source;
import org.answerable.leader.Accounts;
import org.answerable.leader.Invitations;
import org.answerable.leader.Leader;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.Timers;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryStaged;
import org.answerable.testing.ShippedWords;
import org.answerable.testing.StoryClock;
import org.answerable.testing.Visitor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application with some weeks of one organisation in it, told at fixed moments with ids
 * that derive from names: two such worlds differ only in what is told in one of them.
 */
final class AccusedWorld implements AutoCloseable {
  static final String ORGANISATION = "baraza-letu";
  static final String ACCUSATION = reference("accusation");
  private static final String PASSWORD = "a quiet ledger line";
  private static final Instant BEGIN = Instant.parse("2026-10-26T06:30:00Z");
  private static final int SWEPT_DAYS = 14;
  private static final List<String> ORDINARY =
      List.of("medicines", "waiting", "staff", "fees", "medicines", "thanks", "other", "waiting");

  private final StoryClock clock = new StoryClock(BEGIN);
  private final ConfigurableApplicationContext context;
  private final Organisation home;

  AccusedWorld(Path folder) throws Exception {
    context =
        new SpringApplicationBuilder(Answerable.class)
            .initializers(clock::rule)
            .properties(
                "server.address=127.0.0.1",
                "server.port=0",
                "management.server.port=0",
                "answerable.demo=false",
                "answerable.demo-story=false",
                "answerable.data-dir=" + folder.resolve("data"),
                "answerable.keys-dir=" + folder.resolve("keys"),
                "answerable.config-dir=" + config(folder),
                "answerable.public-url=http://127.0.0.1:1")
            .run();
    // they go by the machine's own clock
    bean(Timers.class).stop();
    bean(DeliveryLoop.class).stop();
    // which of them had run by then is chance, and stands on the operations page
    bean(Databases.class)
        .as(Login.SCHEDULER)
        .sql("update scheduler.scheduled_tasks set last_success = null, consecutive_failures = 0")
        .update();
    home = bean(Organisations.class).get(ORGANISATION);
    join("Asha", "programmes", "board");
    join("Juma", "programmes");
    join("Neema", "reader");
    join("Rehema", "council");
    join("Baraka", "board");
  }

  /**
   * What each world has: a text a day, sorted by a reader, and some of it answered or late. Of what
   * can be seen no two things happen at one slot, for those stand in a random order.
   */
  void tell(Accusation accusation) throws Exception {
    for (int day = 0; day < ORDINARY.size(); day++) {
      give("text " + day);
      boolean accused = day == 2 && accusation != Accusation.NONE;
      if (accused) {
        give("accusation");
      }
      pass(Duration.ofHours(1));
      sort(reference("text " + day), sorting(ORDINARY.get(day)));
      if (accused) {
        sort(ACCUSATION, accusation.reading(leader("Asha")));
      }
      pass(Duration.ofHours(23));
    }
    answer("Juma", reference("text 0"));
    if (accusation != Accusation.NONE) {
      answer(accusation.handledBy, ACCUSATION);
    }
    pass(Duration.ofHours(1));
    answer("Juma", reference("text 5"));
    days(SWEPT_DAYS);
  }

  /** Days pass, each with its sweeps. */
  void days(int days) throws SQLException {
    days(days, () -> {});
  }

  /** Something that happens in the midst of it. */
  interface Happening {
    void happen() throws SQLException;
  }

  /**
   * The same.
   *
   * @param between the sweep of what is late and the one of what is closed
   */
  void days(int days, Happening between) throws SQLException {
    for (int day = 0; day < days; day++) {
      pass(Duration.ofHours(23));
      bean(OverdueSweep.class).run(home, home.day(clock.instant()));
      bean(PromiseSweep.class).run(home, clock.instant());
      between.happen();
      bean(ClosedSweep.class).run(home, clock.instant());
      pass(Duration.ofHours(1));
    }
  }

  /** What its sender adds tells that it accuses somebody; known at the next slot. */
  void accuse(String name) throws SQLException {
    write(
        new FeedbackDetailed(
            ORGANISATION, id(name + " accuses"), id(name), 1, null, null, Sensitivity.S2, false));
  }

  /** A slot releases what waits, and is not over. */
  void beginSlot() throws SQLException {
    bean(Release.class).run(home, clock.instant(), true);
  }

  /** How often the log has an entry about a feedback, or would at the end of the slot. */
  long times(String table, String type, String reference) {
    return bean(Databases.class)
        .as(Login.LOG)
        .sql(
            """
            select count(*) from responselog.%s
            where convert_from(body, 'UTF8') like '%%"reference":"' || ? || '"%%"type":"' || ? || '"%%'
            """
                .formatted(table))
        .params(reference, type)
        .query(Long.class)
        .single();
  }

  /** A slot, and nothing else that could change a page. */
  void slot() throws SQLException {
    pass(Duration.ofHours(1));
  }

  String address() {
    return "http://127.0.0.1:" + port("local.server.port");
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return home.day(clock.instant());
  }

  /** How somebody is accused. */
  enum Accusation {
    NONE("medicines", "", ""),
    BY_ACCOUNT("medicines", "account", "Juma"),
    BY_ROLE("medicines", "board", "Juma"),
    BY_TOPIC("leadership", "", "Rehema");

    private final String topic;
    private final String excluded;
    private final String handledBy;

    Accusation(String topic, String excluded, String handledBy) {
      this.topic = topic;
      this.excluded = excluded;
      this.handledBy = handledBy;
    }

    private Reading reading(Leader accused) {
      return switch (excluded) {
        case "" -> sorting(topic);
        case "account" -> sorting(topic, accused.account().toString());
        default -> sorting(topic, excluded);
      };
    }
  }

  /** Signed in as the accused. */
  Visitor accused() throws Exception {
    Visitor visitor = visitor();
    visitor.signIn("Asha", PASSWORD);
    return visitor;
  }

  Visitor visitor() throws Exception {
    return new Visitor(port("local.server.port"));
  }

  Visitor management() throws Exception {
    return new Visitor(port("local.management.port"));
  }

  List<String> references() {
    return IntStream.range(0, ORDINARY.size()).mapToObj(day -> reference("text " + day)).toList();
  }

  /** Whether who may handle it has it: otherwise nothing would be compared. */
  boolean isHandled(Accusation accusation) {
    return bean(Inbox.class).read(leader(accusation.handledBy), ACCUSATION).isPresent();
  }

  @Override
  public void close() {
    context.close();
  }

  /**
   * The demo organisation as one that is none: held until a reader decided, without a simulator.
   */
  private static Path config(Path folder) throws IOException {
    Path file = Path.of("config", "organisations", ORGANISATION + ".yaml");
    String shipped = Files.readString(file);
    // any variable that is set: nobody texts this line
    String line =
        "- { id: line, kind: twilio, account-sid: AC1, auth-token: \"${PATH}\","
            + " from: \"+99955500000\", api-url: \"http://127.0.0.1:1\" }";
    String mine =
        shipped.replaceFirst(
            "(?m)^( +)- \\{ id: simulator, .*$", "$1" + Matcher.quoteReplacement(line));
    Path organisations = Files.createDirectories(folder.resolve("config/organisations"));
    Files.writeString(organisations.resolve(ORGANISATION + ".yaml"), mine);
    ShippedWords.copyTo(folder.resolve("config"));
    return folder.resolve("config");
  }

  private void give(String name) throws SQLException {
    LocalDate today = home.day(clock.instant());
    UUID part = id(name + " part");
    var text =
        new CommittedText(
            ORGANISATION, part, reference(name), "Words of " + name, salt(name), salt(name + "!"));
    write(
        new FeedbackGiven(
            ORGANISATION, id(name), today, text, null, Source.TEXT, Sensitivity.S0, null, null),
        new EntryStaged(ORGANISATION, part, new Entry.Committed(today, text.commitment())));
  }

  private void write(Effect... effects) throws SQLException {
    bean(Databases.class)
        .inTransaction(
            Login.INTAKE,
            tx -> {
              for (Effect effect : effects) {
                for (EffectWriter<?> writer : context.getBeansOfType(EffectWriter.class).values()) {
                  if (writer.type().isInstance(effect)) {
                    write(tx, writer, effect);
                  }
                }
              }
              return effects.length;
            });
  }

  private static <E extends Effect> void write(Connection tx, EffectWriter<E> writer, Effect effect)
      throws SQLException {
    writer.write(tx, List.of(writer.type().cast(effect)));
  }

  private void pass(Duration time) throws SQLException {
    clock.pass(time);
    bean(Slots.class).run(home, clock.instant());
  }

  private void sort(String reference, Reading reading) {
    var done =
        bean(FirstReader.class).decide(leader("Neema"), reference, 0, reading, clock.instant());
    if (!(done instanceof Decided.Done)) {
      throw new AssertionError(reference + ": " + done);
    }
  }

  private void answer(String name, String reference) throws SQLException {
    answer(name, reference, ResponseDraft.of(Decision.DONE, "It is done."));
  }

  void answer(String name, String reference, ResponseDraft draft) throws SQLException {
    Leader leader = leader(name);
    var thread = bean(Inbox.class).open(leader, reference, clock.instant()).orElseThrow();
    int seen = thread.state().number();
    bean(Responding.class).respond(leader, reference, draft, seen, id(reference), clock.instant());
  }

  private static Reading.Sorting sorting(String topic, String... excluded) {
    return new Reading.Sorting(topic, Kind.REPORT, Sensitivity.S0, Set.of(excluded));
  }

  private void join(String name, String... roles) throws Exception {
    visitor().accept(bean(Invitations.class).invite(home, Set.of(roles)), name, PASSWORD);
  }

  private Leader leader(String name) {
    return bean(Accounts.class).byName(name).orElseThrow().leader();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  private int port(String name) {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty(name));
  }

  static String reference(String name) {
    String signs = "23456789BCDFGHJKMNPQRSTVWXYZ";
    var reference = new StringBuilder();
    for (byte one : Arrays.copyOf(salt(name), 8)) {
      reference.append(reference.length() == 4 ? "-" : "");
      reference.append(signs.charAt(Math.floorMod(one, signs.length())));
    }
    return reference.toString();
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] salt(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.answerable.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.answerable.Answerable;
import org.answerable.attack.PairClassifier.Pair;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.intake.Slots;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.Sealed;
import org.answerable.platform.keys.Sealer;
import org.answerable.testing.FreshFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.ContextConfiguration;

/**
 * Invariant 2: 300 people write 2,000 feedbacks. Whoever has the inbox's login, and learns from
 * some people which feedbacks are theirs, must not find those of others: from no column, no order
 * in which rows lie, no system column.
 */
@SpringBootTest(
    classes = Answerable.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"management.server.port=0", "answerable.public-url=http://linking.test"})
@ContextConfiguration(initializers = FreshFolder.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkingAttackIT {
  private static final int PEOPLE = 300;
  private static final int SLOTS = 40;
  private static final int A_SLOT = 50;
  private static final Duration BETWEEN = Duration.ofHours(6);
  private static final double CHANCE = 0.55;
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final Pattern MARK = Pattern.compile("p(\\d{4})");
  private final Random random = new Random(SEED);
  @Autowired private Inbound inbound;
  @Autowired private Slots slots;
  @Autowired private Organisations organisations;
  @Autowired private Databases databases;
  @Autowired private OwnerDatabase owner;
  @Autowired private Sealer sealer;
  private Organisation home;

  /** Whose each feedback is: what the attacker wants to know. */
  private final Map<UUID, Integer> people = new HashMap<>();

  /** All that the login can select about each feedback. */
  private final Map<UUID, Map<String, Object>> seen = new HashMap<>();

  @BeforeAll
  void write() throws Exception {
    home = organisations.get("baraza-letu");
    try (var phones = Executors.newFixedThreadPool(16)) {
      var everybody = new ArrayList<>(IntStream.range(0, PEOPLE).boxed().toList());
      for (int slot = SLOTS; slot > 0; slot--) {
        Instant at = Instant.now().minus(BETWEEN.multipliedBy(slot));
        Collections.shuffle(everybody, random);
        List<Future<?>> sent = new ArrayList<>();
        for (int person : everybody.subList(0, A_SLOT)) {
          sent.add(phones.submit(() -> say(person, at)));
        }
        for (Future<?> one : sent) {
          one.get();
        }
        slots.run(home, at);
      }
    }
    learnTheTruth();
    look();
    // the fourth of one person in a day joins the third
    assertThat(people).as("seed %d", SEED).hasSizeBetween(SLOTS * A_SLOT - 40, SLOTS * A_SLOT);
  }

  @Test
  void nothingThatTheInboxCanSelectLinksTwoFeedbacksOfOnePerson() {
    double area = attack(seen);
    System.out.printf(
        "%d feedbacks of %d people, %d columns: AUC %.3f (seed %d)%n",
        people.size(), PEOPLE, seen.values().iterator().next().size(), area, SEED);
    assertThat(area).as("seed %d", SEED).isLessThan(CHANCE);
  }

  @Test
  void theAttackerWouldFindALink() {
    var leaking = new HashMap<UUID, Map<String, Object>>();
    seen.forEach(
        (feedback, columns) -> {
          var more = new HashMap<>(columns);
          more.put("leak", whose(feedback) + random.nextGaussian());
          leaking.put(feedback, more);
        });
    assertThat(attack(leaking)).isGreaterThan(0.9);
  }

  @Test
  void noSystemColumnIsThere() {
    for (String column : List.of("xmin", "ctid", "tableoid")) {
      assertThatThrownBy(
              () ->
                  databases
                      .as(Login.INBOX)
                      .sql("select " + column + " from inbox.feedback")
                      .query()
                      .listOfRows())
          .isInstanceOf(DataAccessException.class);
    }
  }

  private Void say(int person, Instant at) {
    String text = "the gate at kilima was shut again p%04d".formatted(person);
    inbound.take(
        new IncomingMessage(
            home.id(),
            UUID.randomUUID().toString(),
            new Address("simulator", "+2547110%05d".formatted(person)),
            text,
            at));
    return null;
  }

  private void learnTheTruth() {
    owner
        .client()
        .sql("select feedback, part, text_key, text from feedback.part where organisation = ?")
        .param(home.id())
        .query(
            (row, n) -> {
              UUID part = row.getObject(2, UUID.class);
              var sealed = new Sealed(row.getBytes(3), row.getBytes(4));
              Matcher mark = MARK.matcher(sealer.openText(home.id(), part, sealed));
              if (mark.find()) {
                people.put(row.getObject(1, UUID.class), Integer.parseInt(mark.group(1)));
              }
              return part;
            })
        .list();
  }

  /** Each row of each view, and where it lies when no order is asked for. */
  private void look() throws SQLException {
    try (Connection inbox = databases.source(Login.INBOX).getConnection();
        var statement = inbox.createStatement()) {
      for (String view : List.of("feedback", "part", "step")) {
        try (ResultSet rows = statement.executeQuery("select * from inbox." + view)) {
          for (int place = 0; rows.next(); place++) {
            look(rows, view, place);
          }
        }
      }
    }
  }

  private void look(ResultSet rows, String view, int place) throws SQLException {
    UUID feedback = rows.getObject("feedback", UUID.class);
    if (!people.containsKey(feedback)) {
      return;
    }
    var columns = seen.computeIfAbsent(feedback, id -> new HashMap<>());
    columns.putIfAbsent(view + " place", place);
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      Object value = rows.getObject(i);
      if (value != null) {
        columns.putIfAbsent(view + " " + rows.getMetaData().getColumnName(i), value);
      }
    }
  }

  /** Learns from half of the people, and is judged by the other half. */
  private double attack(Map<UUID, Map<String, Object>> columns) {
    List<String> names =
        columns.values().stream().flatMap(c -> c.keySet().stream()).distinct().sorted().toList();
    var classifier = PairClassifier.learn(pairs(columns, names, 0));
    return classifier.areaUnderCurve(pairs(columns, names, 1));
  }

  private List<Pair> pairs(Map<UUID, Map<String, Object>> columns, List<String> names, int half) {
    List<UUID> own = people.keySet().stream().filter(f -> whose(f) % 2 == half).toList();
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < own.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean together = whose(own.get(i)) == whose(own.get(j));
        if (together || random.nextInt(PEOPLE / 2) == 0) { // about as many of each
          pairs.add(new Pair(features(columns, own.get(i), own.get(j), names), together));
        }
      }
    }
    return pairs;
  }

  private int whose(UUID feedback) {
    return people.getOrDefault(feedback, 0);
  }

  private static double[] features(
      Map<UUID, Map<String, Object>> columns, UUID one, UUID other, List<String> names) {
    double[] features = new double[2 * names.size()];
    for (int i = 0; i < names.size(); i++) {
      Object a = columns.getOrDefault(one, Map.of()).get(names.get(i));
      Object b = columns.getOrDefault(other, Map.of()).get(names.get(i));
      features[2 * i] = distance(a, b);
      features[2 * i + 1] = String.valueOf(a).equals(String.valueOf(b)) ? 1 : 0;
    }
    return features;
  }

  private static double distance(@Nullable Object a, @Nullable Object b) {
    return a == null || b == null ? 0 : Math.log1p(Math.abs(number(a) - number(b)));
  }

  private static double number(Object value) {
    return switch (value) {
      case Number number -> number.doubleValue();
      case Date day -> day.toLocalDate().toEpochDay();
      case UUID id -> id.getMostSignificantBits();
      case byte[] bytes -> ByteBuffer.wrap(Arrays.copyOf(bytes, Long.BYTES)).getLong();
      default -> value.toString().hashCode();
    };
  }
}

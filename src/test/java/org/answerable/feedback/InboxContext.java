package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.answerable.delivery.Doubts;
import org.answerable.delivery.Mute;
import org.answerable.delivery.Mutes;
import org.answerable.delivery.Outbox;
import org.answerable.delivery.Outgoing;
import org.answerable.delivery.TakenBack;
import org.answerable.intake.ConfidedRecorder;
import org.answerable.intake.Confiding;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.Sealer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Feedback and its inbox on a real PostgreSQL with the real grants, at a day that stands still. No
 * stereotype: a test of the whole application must not find it.
 */
@Import({InboxWorld.class, Confiding.class, ConfidedRecorder.class})
@ImportAutoConfiguration({
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class
})
@ComponentScan(
    basePackages = {
      "org.answerable.platform",
      "org.answerable.feedback",
      "org.answerable.responselog.jdbc"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {
              "org\\.answerable\\.platform\\.(redis|health|start)\\..*",
              "org\\.answerable\\.platform\\.Timers.*",
              ".*(IT|Test)(\\$.*)?"
            }))
class InboxContext {
  /** Noon in Nairobi on a Tuesday. */
  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  /** Each test takes an organisation of its own. */
  static final int ORGANISATIONS = 120;

  @Bean
  @Primary
  InstantSource stoppedClock() {
    return InstantSource.fixed(NOW);
  }

  @Bean
  Organisations organisations(EpochKeys keys) {
    var all =
        IntStream.range(0, ORGANISATIONS)
            .mapToObj(i -> TestOrganisation.named("org-" + i))
            .toList();
    all.forEach(organisation -> keys.begin(organisation.id()));
    return new Organisations(all);
  }

  @Bean
  Outbox outbox(Sealer sealer) {
    return new TableOutbox(sealer);
  }

  @Bean
  Mutes mutes() {
    return new TableMutes();
  }

  /** The inbox's part of what is uncertain. */
  @Bean
  Doubts doubts() {
    return (tx, doubt, choice) ->
        Databases.on(tx)
                .sql("insert into delivery.decision values (?, ?, ?, ?) on conflict do nothing")
                .params(
                    doubt.organisation(),
                    doubt.response(),
                    doubt.round(),
                    choice == Doubts.Choice.AGAIN)
                .update()
            == 1;
  }

  /** The inbox's part of the mutes. */
  private static final class TableMutes implements Mutes {
    @Override
    public void add(Connection tx, Mute mute) {
      Databases.on(tx)
          .sql("insert into delivery.mute (organisation, feedback, until) values (?, ?, ?)")
          .params(mute.organisation(), mute.feedback(), mute.until())
          .update();
    }

    @Override
    public List<Mute> waiting(int limit) {
      throw new UnsupportedOperationException("the inbox follows no feedback to its sender");
    }

    @Override
    public void remove(Mute mute) {
      throw new UnsupportedOperationException("the inbox only adds");
    }
  }

  /** The inbox's part of the outbox: one row a response, with the inbox's login. */
  private record TableOutbox(Sealer sealer) implements Outbox {
    @Override
    public void add(Connection tx, Outgoing outgoing) throws SQLException {
      var sealed = sealer.seal(outgoing.organisation(), outgoing.response(), outgoing.text());
      Databases.on(tx)
          .sql(
              """
              insert into delivery.outbox (organisation, message, feedback, number, response, due, attempts, text_key, text, phrase)
              values (?, ?, ?, ?, ?, ?, 0, ?, ?, nullif(?, ''))
              """)
          .params(
              outgoing.organisation(),
              outgoing.response(),
              outgoing.feedback(),
              outgoing.number(),
              outgoing.response(),
              Timestamp.from(outgoing.due()),
              sealed.key(),
              sealed.text(),
              outgoing.phrase() == null ? "" : outgoing.phrase().word())
          .update();
    }

    @Override
    public boolean takeBack(Connection tx, TakenBack response) {
      return Databases.on(tx)
          .sql("select delivery.take_back(?, ?, ?, ?, ?, ?, ?)")
          .params(
              response.organisation(),
              response.feedback(),
              response.response(),
              response.isPublic(),
              response.only(),
              Timestamp.from(response.unsent()),
              response.today())
          .query(Boolean.class)
          .single();
    }
  }
}

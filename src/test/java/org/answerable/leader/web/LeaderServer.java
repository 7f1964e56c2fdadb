package org.answerable.leader.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.leader.Accounts;
import org.answerable.leader.Invitations;
import org.answerable.organisation.Lines;
import org.answerable.organisation.Localised;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.organisation.SmsCosts;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Ids;
import org.answerable.platform.RandomIds;
import org.answerable.platform.keys.RootKey;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The leaders' part behind a real server, with small pages in place of the other parts'. */
final class LeaderServer implements AutoCloseable {
  static final String ORGANISATION = "baraza-letu";
  private final ConfigurableApplicationContext context;
  final MovingClock clock;

  LeaderServer(LeaderDatabase database, Path keys, MovingClock clock, String... settings) {
    this.clock = clock;
    this.context =
        new SpringApplicationBuilder(Parts.class)
            .initializers(
                start -> {
                  var beans = start.getBeanFactory();
                  beans.registerSingleton("databases", database.databases());
                  beans.registerSingleton("rootKey", rootKey(keys));
                  beans.registerSingleton("clock", clock);
                })
            .properties(
                "server.address=127.0.0.1",
                "server.port=0",
                "spring.main.banner-mode=off",
                "answerable.demo=true",
                "test.other-pages=true")
            .run(arguments(settings));
  }

  int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  /** A link as another leader would make it. */
  String invite(String... roles) {
    var organisation = context.getBean(Organisations.class).get(ORGANISATION);
    return context.getBean(Invitations.class).invite(organisation, Set.of(roles));
  }

  Accounts accounts() {
    return context.getBean(Accounts.class);
  }

  @Override
  public void close() {
    context.close();
  }

  private static String[] arguments(String... settings) {
    return Arrays.stream(settings).map(it -> "--" + it).toArray(String[]::new);
  }

  private static RootKey rootKey(Path keys) {
    try {
      return RootKey.openOrCreate(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A clock that tests move. */
  static final class MovingClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-24T09:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @EnableAutoConfiguration(
      exclude = {
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
      })
  @EnableConfigurationProperties(AnswerableProperties.class)
  @ComponentScan({"org.answerable.leader", "org.answerable.platform.web"})
  static class Parts {
    @Bean
    Ids ids() {
      return new RandomIds();
    }

    @Bean
    Lines lines() {
      return new Lines(true, Map.of(), Map.of(), List.of());
    }

    @Bean
    Organisations organisations() {
      return new Organisations(List.of(organisation()));
    }
  }

  private static Organisation organisation() {
    var roles =
        List.of(
            new Role("programmes", new Localised(Map.of("en", "Programmes lead")), "board"),
            new Role("board", new Localised(Map.of("en", "Board")), null),
            new Role("reader", new Localised(Map.of("en", "First reader")), null));
    return new Organisation(
        ORGANISATION,
        "Baraza Letu (demo)",
        true,
        List.of("en"),
        ZoneId.of("Africa/Nairobi"),
        EnumSet.allOf(DayOfWeek.class),
        Duration.ofHours(1),
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        0,
        true,
        false,
        20,
        roles,
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        SmsCosts.NONE,
        List.of(),
        new Localised(Map.of("en", "Peer navigation")));
  }

  /** Where the other parts have pages. */
  @RestController
  @ConditionalOnProperty("test.other-pages")
  static final class OtherPages {
    @GetMapping({"/", "/{org}", "/{org}/log", "/inbox", "/simulator", "/actuator/health"})
    String page(@PathVariable(required = false) String org) {
      return "a page";
    }

    @PostMapping({"/channels/twilio/{channel}", "/{org}/log/receipt", "/inbox/answer"})
    String taken() {
      return "taken";
    }

    @GetMapping("/secret")
    String forgotten() {
      return "nobody opened this one";
    }
  }
}

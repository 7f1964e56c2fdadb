package org.answerable.demo;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import org.answerable.channel.Inbound;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fills the demo's empty log at its first start, before anybody can look. */
@Component
@ConditionalOnProperty(name = "answerable.demo", matchIfMissing = true)
final class DemoStart implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

  /** Before the web server, which is 2048 below the default. */
  private static final int PHASE = DEFAULT_PHASE - 4096;

  private final Organisations organisations;
  private final Databases databases;
  private final Inbound inbound;
  private final Days days;
  private final Leaders leaders;
  private final Ids ids;
  private final InstantSource clock;
  private final boolean wanted;
  private boolean running;

  DemoStart(
      Organisations organisations,
      Databases databases,
      Inbound inbound,
      Days days,
      Leaders leaders,
      Ids ids,
      InstantSource clock,
      AnswerableProperties properties) {
    this.organisations = organisations;
    this.databases = databases;
    this.inbound = inbound;
    this.days = days;
    this.leaders = leaders;
    this.ids = ids;
    this.clock = clock;
    this.wanted = properties.demoStory();
  }

  @Override
  public void start() {
    running = true;
    if (!wanted) {
      return;
    }
    for (Organisation organisation : organisations.all()) {
      try {
        tell(organisation);
      } catch (IOException | SQLException | RuntimeException e) {
        LOG.warn("The story of {} stopped early", organisation.id(), e);
      }
    }
  }

  private void tell(Organisation organisation) throws IOException, SQLException {
    Story story = StoryFile.of(organisation.id());
    var simulator = organisation.channels(ChannelConfig.Simulator.class).stream().findFirst();
    if (story == null || !organisation.demo() || simulator.isEmpty() || !isEmpty(organisation)) {
      return;
    }
    var teller = new Storyteller(organisation, simulator.get().id(), inbound, days, leaders, ids);
    teller.tell(story, organisation.day(clock.instant()));
  }

  private boolean isEmpty(Organisation organisation) {
    return databases
        .as(Login.PUBLIC)
        .sql(
            """
            select not exists (
              select from site.entry
              where organisation = ? and type <> 'configuration changed')
            """)
        .param(organisation.id())
        .query(Boolean.class)
        .single();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}

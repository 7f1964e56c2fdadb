package org.answerable.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A clock that stands where a test's story is; each application has its own. */
public final class StoryClock implements InstantSource {
  private volatile Instant now;

  public StoryClock(Instant begin) {
    now = begin;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** An initializer of the application, which goes by it from then on. */
  public void rule(ConfigurableApplicationContext application) {
    ((GenericApplicationContext) application)
        .registerBean(
            "storyClock",
            InstantSource.class,
            () -> this,
            definition -> definition.setPrimary(true));
  }
}

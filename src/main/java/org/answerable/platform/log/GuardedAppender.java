package org.answerable.platform.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** Stands before an appender, however that writes: patterns and structured formats alike. */
final class GuardedAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private final Appender<ILoggingEvent> behind;

  GuardedAppender(Appender<ILoggingEvent> behind) {
    this.behind = behind;
    setName(behind.getName());
    setContext(behind.getContext());
  }

  @Override
  protected void append(ILoggingEvent event) {
    behind.doAppend(new GuardedEvent(event));
  }

  @Override
  public void stop() {
    behind.stop();
    super.stop();
  }
}

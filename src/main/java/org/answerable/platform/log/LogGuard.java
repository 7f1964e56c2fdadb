package org.answerable.platform.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Stands before everything that writes the log, at every level and whatever configures it: an
 * operator's own settings too. What a thread leaves uncaught is logged the same way, instead of
 * being printed with all that its exception says.
 */
public final class LogGuard
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogGuard.class);

  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER + 1; // once the log is configured
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      guard(context);
    }
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> LOG.error("A thread has ended", thrown));
  }

  static void guard(LoggerContext context) {
    for (Logger logger : context.getLoggerList()) {
      for (Appender<ILoggingEvent> appender : appenders(logger)) {
        if (!(appender instanceof GuardedAppender)) {
          var guarded = new GuardedAppender(appender);
          guarded.start();
          logger.detachAppender(appender);
          logger.addAppender(guarded);
        }
      }
    }
  }

  private static List<Appender<ILoggingEvent>> appenders(Logger logger) {
    var all = new ArrayList<Appender<ILoggingEvent>>();
    logger.iteratorForAppenders().forEachRemaining(all::add);
    return all;
  }
}

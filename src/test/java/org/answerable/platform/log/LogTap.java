package org.answerable.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What the log writes, behind the guard and before it, at every level. The application's own
 * appenders rest meanwhile.
 */
final class LogTap implements AutoCloseable {
  private static final String EVERYTHING =
      "%level %thread %logger %msg %mdc %kvp %marker%n%ex{full}";
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<Appender<ILoggingEvent>> resting = new ArrayList<>();
  private final Map<String, @Nullable Level> levels = new HashMap<>();
  private final Kept raw;
  private final Kept shown;

  /** Keeps the lines that tell. */
  LogTap(Predicate<String> tells) {
    raw = new Kept(tells);
    shown = new Kept(tells);
    root.iteratorForAppenders().forEachRemaining(resting::add);
    resting.forEach(root::detachAppender);
    root.addAppender(raw);
    root.addAppender(shown);
    LogGuard.guard(context);
    root.detachAppender(root.getAppender(raw.getName()));
    root.addAppender(raw);
  }

  /** From now on, only what stands behind the guard is looked at. */
  void leaveTheRaw() {
    root.detachAppender(raw.getName());
  }

  /** Those of the application, that rest. */
  List<Appender<ILoggingEvent>> resting() {
    return resting;
  }

  void level(Level level, String... loggers) {
    for (String name : loggers) {
      Logger logger = context.getLogger(name);
      if (!levels.containsKey(name)) {
        levels.put(name, logger.getLevel()); // null: its parent's
      }
      logger.setLevel(level);
    }
  }

  /** Lines that tell, behind the guard. */
  List<String> telling() {
    return List.copyOf(shown.telling);
  }

  /** The loggers whose lines tell, before the guard. */
  Set<String> leaking() {
    return new TreeSet<>(raw.loggers);
  }

  /** Lines with an exception. */
  long thrown() {
    return shown.thrown.sum();
  }

  @Override
  public void close() {
    levels.forEach((name, level) -> context.getLogger(name).setLevel(level));
    root.detachAppender(raw.getName());
    root.detachAppender(shown.getName());
    resting.forEach(root::addAppender);
  }

  private final class Kept extends AppenderBase<ILoggingEvent> {
    private static final int MAX = 50;
    private final ConcurrentLinkedQueue<String> telling = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> loggers = new ConcurrentLinkedQueue<>();
    private final LongAdder thrown = new LongAdder();
    private final Predicate<String> tells;
    private final PatternLayout layout = new PatternLayout();

    Kept(Predicate<String> tells) {
      this.tells = tells;
      layout.setContext(LogTap.this.context);
      layout.setPattern(EVERYTHING);
      layout.start();
      setName("kept " + System.identityHashCode(this));
      start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      String line = layout.doLayout(event);
      if (event.getThrowableProxy() != null) {
        thrown.increment();
      }
      if (tells.test(line)) {
        if (!loggers.contains(event.getLoggerName())) {
          loggers.add(event.getLoggerName());
        }
        if (telling.size() < MAX) {
          telling.add(line);
        }
      }
    }
  }
}

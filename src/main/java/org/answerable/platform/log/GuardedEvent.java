package org.answerable.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** A line of the log without what could name or quote somebody. What encodes it sees no more. */
final class GuardedEvent implements ILoggingEvent {
  private final ILoggingEvent event;
  private final String message;
  private final @Nullable IThrowableProxy thrown;

  GuardedEvent(ILoggingEvent event) {
    this.event = event;
    this.message = Wording.of(event);
    this.thrown = GuardedThrowable.of(event.getThrowableProxy(), event.getLoggerName());
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public String getFormattedMessage() {
    return message;
  }

  @Override
  public Object @Nullable [] getArgumentArray() {
    return null;
  }

  @Override
  public @Nullable IThrowableProxy getThrowableProxy() {
    return thrown;
  }

  @Override
  public @Nullable List<Marker> getMarkerList() {
    return null;
  }

  @Override
  public @Nullable List<KeyValuePair> getKeyValuePairs() {
    return null;
  }

  @Override
  public Map<String, String> getMDCPropertyMap() {
    return Map.of();
  }

  @Override
  @SuppressWarnings("deprecation") // the interface still asks for it
  public Map<String, String> getMdc() {
    return Map.of();
  }

  @Override
  public String getThreadName() {
    return Wording.masked(event.getThreadName());
  }

  @Override
  public Level getLevel() {
    return event.getLevel();
  }

  @Override
  public String getLoggerName() {
    return event.getLoggerName();
  }

  @Override
  public LoggerContextVO getLoggerContextVO() {
    return event.getLoggerContextVO();
  }

  @Override
  public StackTraceElement[] getCallerData() {
    return event.getCallerData();
  }

  @Override
  public boolean hasCallerData() {
    return event.hasCallerData();
  }

  @Override
  public long getTimeStamp() {
    return event.getTimeStamp();
  }

  @Override
  public Instant getInstant() {
    return event.getInstant();
  }

  @Override
  public int getNanoseconds() {
    return event.getNanoseconds();
  }

  @Override
  public long getSequenceNumber() {
    return event.getSequenceNumber();
  }

  @Override
  public void prepareForDeferredProcessing() {
    event.prepareForDeferredProcessing();
  }
}

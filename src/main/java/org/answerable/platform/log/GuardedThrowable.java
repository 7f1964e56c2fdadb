package org.answerable.platform.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An exception with its class, its frames and its causes; its message as {@link Wording} says. */
final class GuardedThrowable implements IThrowableProxy {
  private final IThrowableProxy thrown;
  private final String logger;

  private GuardedThrowable(IThrowableProxy thrown, String logger) {
    this.thrown = thrown;
    this.logger = logger;
  }

  static @Nullable GuardedThrowable of(@Nullable IThrowableProxy thrown, String logger) {
    return thrown == null ? null : new GuardedThrowable(thrown, logger);
  }

  @Override
  public @Nullable String getMessage() {
    return Wording.of(thrown, logger);
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return null; // what an exception makes of itself may quote, too
  }

  @Override
  public String getClassName() {
    return thrown.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return thrown.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return thrown.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    return of(thrown.getCause(), logger);
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    IThrowableProxy[] suppressed = thrown.getSuppressed();
    return suppressed == null
        ? new IThrowableProxy[0]
        : Arrays.stream(suppressed)
            .map(each -> new GuardedThrowable(each, logger))
            .toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return thrown.isCyclic();
  }
}

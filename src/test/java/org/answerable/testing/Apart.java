package org.answerable.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * A test that shares neither application nor database with any other, most of them an application
 * in a process of its own: it runs beside those that share theirs, as many at a time as {@code
 * junit-platform.properties} has lanes left; its methods one after the other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = Apart.Itself.class)
public @interface Apart {
  /** What an application that ends in this process does to the log of all others. */
  String LOGGING = "logging";

  /** A lock of the class alone: without one its methods would run side by side, too. */
  final class Itself implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
      return Set.of(new Lock(testClass.getName()));
    }
  }
}

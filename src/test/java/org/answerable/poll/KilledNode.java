package org.answerable.poll;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A node that is killed at one step of a close: behind it nothing is done any more. */
final class KilledNode {
  static final Set<String> STEPS = Set.of("move", "shut", "take", "part");
  private final int last;
  private int step;

  /**
   * @param last the step that is its last, from 1
   */
  KilledNode(int last) {
    this.last = last;
  }

  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A port as this node uses it. */
  <T> T with(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              Object done = call(method, real, arguments);
              if (STEPS.contains(method.getName()) && ++step == last) {
                throw new Killed();
              }
              return done;
            }));
  }

  private static Object call(Method method, Object real, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}

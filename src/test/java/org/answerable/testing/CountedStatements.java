package org.answerable.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;

/**
 * Notes each round trip that some threads make to the database through JDBC: each statement that is
 * executed, and each commit. What begins a transaction travels with its first statement.
 */
public final class CountedStatements {
  private static final String COMMIT = "commit";
  private final Predicate<Thread> counts;
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param counts whose round trips are noted; others work beside it
   */
  public CountedStatements(Predicate<Thread> counts) {
    this.counts = counts;
  }

  /** What was noted since the last time. */
  public List<String> take() {
    synchronized (seen) {
      List<String> taken = List.copyOf(seen);
      seen.clear();
      return taken;
    }
  }

  public Databases around(Databases databases) {
    Map<Login, DataSource> sources = new EnumMap<>(Login.class);
    for (Login login : Login.values()) {
      sources.put(login, around(databases.source(login)));
    }
    return new Databases(sources);
  }

  private DataSource around(DataSource source) {
    return proxy(
        DataSource.class,
        source,
        (method, result, arguments) ->
            result instanceof Connection connection ? around(connection) : result);
  }

  private Connection around(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, result, arguments) -> {
          if (method.getName().equals(COMMIT)) {
            note(COMMIT);
          }
          return switch (result) {
            case PreparedStatement statement ->
                around(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            case Statement statement -> around(Statement.class, statement, "");
            case null, default -> result;
          };
        });
  }

  private <T extends Statement> T around(Class<T> type, T statement, String sql) {
    return proxy(
        type,
        statement,
        (method, result, arguments) -> {
          if (method.getName().startsWith("execute")) {
            note(arguments == null || arguments.length == 0 ? sql : String.valueOf(arguments[0]));
          }
          return result;
        });
  }

  private void note(String what) {
    if (counts.test(Thread.currentThread())) {
      seen.add(what.strip().replaceAll("\\s+", " "));
    }
  }

  /** Sees what each call gave, and may give something else. */
  @FunctionalInterface
  private interface After {
    Object called(Method method, Object result, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, T inner, After after) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            return after.called(method, method.invoke(inner, arguments), arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

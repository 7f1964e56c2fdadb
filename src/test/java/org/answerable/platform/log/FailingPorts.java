package org.answerable.platform.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.answerable.channel.Inbound;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Ports of an application that fail, once they are told to, with exceptions that quote a text. */
@TestConfiguration(proxyBeanMethods = false)
class FailingPorts {
  /** What PostgreSQL refuses, with what it was given in its message, its detail or its context. */
  private static final List<String> REFUSED =
      List.of(
          "select ?::integer",
          "select ?::uuid",
          "select ?::json",
          "with given as (select ?::text as w) select pg_catalog.pg_input_error_info(w, w) from"
              + " given");

  static volatile @Nullable String quoted;
  static volatile boolean database;
  static final AtomicInteger FORCED = new AtomicInteger();

  static void fail(@Nullable String text, boolean inTheDatabase) {
    quoted = text;
    database = inTheDatabase;
  }

  @Bean
  static BeanPostProcessor failing() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
          case Inbound inbound -> failing(inbound);
          case Databases databases -> failing(databases);
          default -> bean;
        };
      }
    };
  }

  private static Inbound failing(Inbound behind) {
    return proxy(
        Inbound.class,
        (method, given) -> {
          String text = quoted;
          if (text != null && !database) {
            throw forced(text);
          }
          return method.invoke(behind, given);
        });
  }

  private static Databases failing(Databases databases) {
    var sources = new EnumMap<Login, DataSource>(Login.class);
    for (Login login : Login.values()) {
      sources.put(login, new Failing(databases.source(login)));
    }
    return new Databases(sources);
  }

  private static final class Failing extends DelegatingDataSource {
    Failing(DataSource behind) {
      super(behind);
    }

    /** Fails itself, or with each of its statements. */
    @Override
    public Connection getConnection() throws SQLException {
      String text = quoted;
      Connection connection = super.getConnection();
      if (text == null || !database) {
        return connection;
      }
      if (FORCED.get() % 2 == 0) {
        return proxy(
            Connection.class,
            (method, given) ->
                method.getName().equals("prepareStatement")
                    ? failing(connection, text)
                    : method.invoke(connection, given));
      }
      try (connection) {
        refuse(connection, text);
      }
      return connection;
    }
  }

  private static PreparedStatement failing(Connection connection, String text) throws SQLException {
    PreparedStatement any = connection.prepareStatement("select");
    return proxy(
        PreparedStatement.class,
        (method, given) -> {
          if (method.getName().startsWith("execute")) {
            refuse(connection, text);
          }
          return method.getName().startsWith("set") ? null : method.invoke(any, given);
        });
  }

  private interface Call {
    @Nullable Object on(Method method, Object @Nullable [] given) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, given) -> {
              try {
                return call.on(method, given);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static void refuse(Connection connection, String text) throws SQLException {
    int number = FORCED.incrementAndGet();
    if (number % (REFUSED.size() + 1) == 0) {
      throw new SQLException("ERROR: " + text, "57P01");
    }
    try (var statement = connection.prepareStatement(REFUSED.get(number % REFUSED.size()))) {
      statement.setString(1, text);
      statement.execute();
    }
    throw new SQLException("the database took " + text, "XX000");
  }

  /** One of many, all with the text in what they say. */
  private static Exception forced(String text) {
    int number = FORCED.incrementAndGet();
    try {
      switch (number % 9) {
        case 0 -> UUID.fromString(text);
        case 1 -> LocalDate.parse(text);
        case 2 -> Long.parseLong(text);
        case 3 -> new ObjectMapper().readTree("{\"Body\": " + text);
        case 4 ->
            throw new ApiException(
                "The number '" + text + "' is not valid", new SQLException(text));
        case 5 ->
            throw new DuplicateKeyException(
                text, new SQLException("Key (w)=(" + text + ")", "23505"));
        case 6 -> throw new AssertionError(text); // nobody catches it
        case 7 -> {
          var odd = new IllegalStateException(text);
          odd.addSuppressed(new IOException(text));
          throw odd;
        }
        default -> List.of(1).get(text.length());
      }
      return new IllegalStateException("nothing failed with " + text);
    } catch (IOException e) {
      return new UncheckedIOException("not read: " + text, e);
    } catch (RuntimeException e) {
      return e;
    }
  }
}

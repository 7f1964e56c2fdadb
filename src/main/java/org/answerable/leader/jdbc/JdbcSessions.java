package org.answerable.leader.jdbc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.time.Duration;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.Deserializer;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Leaders' sessions in {@code leader.session}, so that they outlive a restart. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableSpringHttpSession
class JdbcSessions {
  private static final Duration IDLE = Duration.ofHours(8);
  private static final String SWEEP = "0 17 * * * *";

  /** What a session may hold: texts, and the words that a redirect carries to the next page. */
  private static final String READABLE =
      "maxdepth=10;maxbytes=65536;maxarray=1000;java.lang.*;java.util.*;"
          + "org.springframework.web.servlet.FlashMap;org.springframework.util.*;!*";

  @Bean
  JdbcIndexedSessionRepository sessionRepository(Databases databases) {
    var source = databases.source(Login.INBOX);
    var transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    var sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(source), transactions);
    sessions.setTableName("leader.session");
    sessions.setDefaultMaxInactiveInterval(IDLE);
    sessions.setCleanupCron(SWEEP);
    sessions.setConversionService(conversion());
    return sessions;
  }

  private static GenericConversionService conversion() {
    var conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
    Deserializer<Object> careful = JdbcSessions::read;
    conversion.addConverter(byte[].class, Object.class, new DeserializingConverter(careful));
    return conversion;
  }

  /** Bytes in a table must not become code: whoever could write there would be us. */
  private static Object read(InputStream in) throws IOException {
    try (var objects = new ObjectInputStream(new ByteArrayInputStream(in.readAllBytes()))) {
      objects.setObjectInputFilter(ObjectInputFilter.Config.createFilter(READABLE));
      return objects.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException("a session holds a class that is not there", e);
    }
  }
}

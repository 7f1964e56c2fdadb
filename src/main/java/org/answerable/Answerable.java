package org.answerable;

import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/** Starts it. */
@SpringBootApplication(
    exclude = {
      DataSourceAutoConfiguration.class, // the database has many logins: platform.database
      FlywayAutoConfiguration.class,
      ErrorMvcAutoConfiguration.class // platform.web has its own
    })
public class Answerable {
  public static void main(String[] args) throws IOException {
    // the server's own language must not write its digits into addresses of databases and pages
    Locale.setDefault(Locale.ROOT);
    int status = new CommandLine(Answerable::serve).run(args, System.out, System.err, System.in);
    if (status != CommandLine.STAYS_UP) {
      System.exit(status);
    }
  }

  /** Starts the server; it stays up behind this call. */
  static void serve(String[] args) {
    SpringApplication.run(Answerable.class, args);
  }
}

package org.answerable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;

/** Starts it. */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class) // platform.web has its own
public class Answerable {
  public static void main(String[] args) {
    SpringApplication.run(Answerable.class, args);
  }
}

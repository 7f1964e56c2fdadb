package org.answerable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts it. */
@SpringBootApplication
public class Answerable {
  public static void main(String[] args) {
    SpringApplication.run(Answerable.class, args);
  }
}

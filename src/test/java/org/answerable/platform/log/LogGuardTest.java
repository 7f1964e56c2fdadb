package org.answerable.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

class LogGuardTest {
  /** Put together as it runs, as somebody's words are: a constant stands in a class. */
  private final String words = "quinque" + System.nanoTime();

  private final LoggerContext context = new LoggerContext();
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void write() {
    var layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern("%msg %mdc %kvp %marker %ex{full}");
    layout.start();
    var appender =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            lines.add(layout.doLayout(event));
          }
        };
    appender.setContext(context);
    appender.start();
    context.getLogger("ROOT").addAppender(appender);
    LogGuard.guard(context);
    LogGuard.guard(context); // each start does
  }

  @Test
  void aLibrarysFixedTextsCountsAndClassesStay() {
    library().info("{}: {} of {} in {}", new SQLException(words), 3, Level.class, true);
    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("java.sql.SQLException: 3 of ch.qos.logback.classic.Level in true");
    assertNothingTells();
  }

  @Test
  void whatALibraryPutsTogetherIsWithheld() {
    library().info("parameters: " + words);
    library().info("parameters: {}", words);
    library().info("parameters: {}", List.of(words));
    assertThat(lines).extracting(String::strip).startsWith("(withheld)", "parameters: (withheld)");
    assertNothingTells();
  }

  @Test
  void anExceptionKeepsItsClassItsFramesAndItsState() {
    var cause =
        new SQLException("ERROR: duplicate key\n  Detail: Key (w)=(" + words + ")", "23505");
    cause.addSuppressed(new IllegalStateException(words));
    for (Logger logger : List.of(library(), ours())) {
      logger.error("a batch was refused", new IllegalArgumentException(words, cause));
    }
    assertThat(lines)
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("a batch was refused", "IllegalArgumentException: (withheld)")
                    .contains("SQLSTATE 23505 (withheld)", "LogGuardTest.java:"));
    assertNothingTells();
  }

  @Test
  void anExceptionThatSaysAFixedTextKeepsIt() {
    library().error("failed", new IllegalStateException("a message is neither new nor known"));
    assertThat(lines).singleElement().asString().contains("neither new nor known");
  }

  @Test
  void ourOwnLinesSayWhatTheyWantButForNumbers() {
    ours().warn("channel {}: not sent: {}", "helpline", "HTTP 503");
    ours().warn("{} on {}", new SQLException(words), "helpline");
    ours().warn("to {} and {}", "+999700" + "12345", "4821-" + "9307");
    assertThat(lines)
        .extracting(String::strip)
        .containsExactly(
            "channel helpline: not sent: HTTP 503",
            "java.sql.SQLException on helpline",
            "to # and #");
    assertNothingTells();
  }

  @Test
  void whatStandsBesideAMessageIsDropped() {
    MDC.put("from", words);
    try {
      library().atInfo().addKeyValue("from", words).log("asked");
    } finally {
      MDC.clear();
    }
    assertThat(lines).singleElement().asString().startsWith("asked");
    assertNothingTells();
  }

  @ParameterizedTest
  @CsvSource({
    "+99970012345, #",
    "99970012345, #",
    "%2B99970012345, %2B#",
    "(0)700 12 34-56, (#",
    "4821-9307, #",
    "4821 9307, #",
    "٤٨٢١-٩٣٠٧, #",
    "from 1234567 to, from # to",
    "port 65535, port 65535",
    "Line 12 of 400, Line 12 of 400",
    "2026-11-25, 2026-11-25",
    "2026-11-251, #",
    "SQLSTATE 23505, SQLSTATE 23505",
  })
  void numbersAndReceiptsAreMaskedAndDaysAreNot(String said, String shown) {
    assertThat(Wording.masked(said)).isEqualTo(shown);
  }

  private Logger library() {
    return context.getLogger("com.example.library");
  }

  private Logger ours() {
    return context.getLogger("org.answerable.conversation.Something");
  }

  private void assertNothingTells() {
    assertThat(lines).noneMatch(line -> line.contains(words));
  }
}

package org.answerable.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A phone that texts a number at Twilio. */
public final class SmsPhone implements LoopPhone {
  private static final String FROM = "+99955501234";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final DemoLine line;
  private int texts;
  private int seen;

  public SmsPhone(Path folder) throws IOException {
    line = new DemoLine(folder, Map.of());
  }

  @Override
  public RunningServer server() {
    return line.server();
  }

  @Override
  public String says(String text) throws IOException, InterruptedException {
    return line.text("SM%032d".formatted(++texts), FROM, text);
  }

  @Override
  public String chooses(int number) throws IOException, InterruptedException {
    return says(Integer.toString(number));
  }

  @Override
  public String receives() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (line.twilio().sent().size() <= seen && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
    if (line.twilio().sent().size() <= seen || !line.twilio().sent().get(seen).to().equals(FROM)) {
      throw new AssertionError("no further message to " + FROM + ": " + line.twilio().sent());
    }
    return line.twilio().sent().get(seen++).body();
  }

  @Override
  public String address() {
    return FROM.substring(1);
  }

  @Override
  public void close() {
    line.close();
  }
}

package org.answerable.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The demo organisation with a Twilio number beside its simulator, in a process of its own: texts
 * go in as Twilio delivers them, and what is sent arrives at a {@link StandInTwilio}.
 */
public final class DemoLine implements AutoCloseable {
  public static final String ORGANISATION = "baraza-letu";
  public static final String CHANNEL = "line";
  private static final Path SHIPPED = Path.of("config", "organisations", ORGANISATION + ".yaml");
  private static final Pattern SIMULATOR = Pattern.compile("(?m)^ +- \\{ id: simulator, .*$");
  private static final Pattern REPLY = Pattern.compile("<Message>(.*?)</Message>", Pattern.DOTALL);
  private final StandInTwilio twilio;
  private final RunningServer server;

  /**
   * @param folder for its data and its configuration
   * @param properties beside those of a demo without a story
   */
  public DemoLine(Path folder, Map<String, String> properties) throws IOException {
    twilio = new StandInTwilio();
    var all = new HashMap<>(properties);
    all.putIfAbsent("answerable.demo-story", "false");
    all.put("answerable.config-dir", config(folder, twilio.apiUrl()).toString());
    server =
        RunningServer.prepare(folder.resolve("data"), all)
            .environment("TWILIO_AUTH_TOKEN", StandInTwilio.AUTH_TOKEN);
  }

  public RunningServer server() {
    return server;
  }

  public StandInTwilio twilio() {
    return twilio;
  }

  /** Delivers a text once. */
  public HttpResponse<String> deliver(String id, String from, String body)
      throws IOException, InterruptedException {
    return twilio.text(server.url("/"), server.url("").toString(), CHANNEL, id, from, body);
  }

  /** Delivers a text that must be taken, and gives the reply that the phone shows. */
  public String text(String id, String from, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = deliver(id, from, body);
    if (answer.statusCode() != 200) {
      throw new AssertionError("the text was not taken: " + answer.statusCode());
    }
    return reply(answer.body());
  }

  /** What a TwiML document lets the phone show; empty when nothing is sent. */
  public static String reply(String twiml) {
    Matcher message = REPLY.matcher(twiml);
    return message.find() ? message.group(1) : "";
  }

  /** Writes the demo's configuration with a Twilio number that answers at a stand-in. */
  public static Path config(Path folder, URI apiUrl) throws IOException {
    String line =
        """
        - id: %s
          kind: twilio
          account-sid: %s
          auth-token: "${TWILIO_AUTH_TOKEN}"
          from: "+99955500000"
          api-url: %s\
        """
            .formatted(CHANNEL, StandInTwilio.ACCOUNT, apiUrl)
            .indent(2);
    return config(folder, line);
  }

  /**
   * Writes the demo's configuration with one more channel.
   *
   * @param channel an item of its list, in YAML
   */
  public static Path config(Path folder, String channel) throws IOException {
    String shipped = Files.readString(SHIPPED);
    String mine =
        SIMULATOR.matcher(shipped).replaceFirst("$0\n" + Matcher.quoteReplacement(channel));
    if (mine.equals(shipped)) {
      throw new AssertionError(SHIPPED + " has no simulator to put a line beside");
    }
    Path organisations = Files.createDirectories(folder.resolve("config/organisations"));
    Files.writeString(organisations.resolve(ORGANISATION + ".yaml"), mine);
    ShippedWords.copyTo(folder.resolve("config"));
    return folder.resolve("config");
  }

  @Override
  public void close() {
    try {
      server.close();
    } finally {
      twilio.close();
    }
  }
}

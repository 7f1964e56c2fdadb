package org.answerable.organisation;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.answerable.organisation.ChannelConfig.Twilio.Via;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The file's channels. A secret's value never enters a problem. */
final class ChannelList {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  static final String E164 = "\\+[1-9][0-9]{6,14}";
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "simulator", Keys.SIMULATOR,
          "twilio", Keys.TWILIO,
          "whatsapp", Keys.WHATSAPP,
          "telegram", Keys.TELEGRAM);
  private static final Map<String, Mode> MODES =
      new TreeMap<>(Map.of("polling", Mode.POLLING, "webhook", Mode.WEBHOOK));

  /**
   * The bot's number and its secret, as @BotFather writes them; Telegram itself says whether they
   * are somebody's. Self-hosted servers may have shorter ones.
   */
  private static final Pattern BOT_TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,200}");

  /**
   * As Telegram takes it.
   *
   * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
   */
  private static final Pattern SECRET_TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  private static final String TEMPLATE = "HX[0-9a-f]{32}";

  private ChannelList() {}

  static List<ChannelConfig> read(Section top, Instance instance) {
    List<ChannelConfig> channels = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Node node : top.items("channels", FileLimits.CHANNELS)) {
      channel(node, top.problems(), instance)
          .filter(channel -> ids.add(channel.id()))
          .ifPresent(channels::add);
    }
    return channels;
  }

  private static Optional<ChannelConfig> channel(Node node, Problems problems, Instance instance) {
    Optional<Node> kind = value(node, "kind");
    String word = kind.map(ChannelList::word).orElse("");
    List<String> keys = KINDS.get(word);
    if (kind.isPresent() && keys == null) {
      problems.at(kind.get(), unknownKind(word));
      return Optional.empty();
    }
    Section section = Section.of(node, "a channel", keys == null ? Keys.TWILIO : keys, problems);
    String id = id(section, instance);
    return switch (word) {
      case "simulator" -> Optional.of(simulator(section, id, instance));
      case "twilio" -> Optional.of(twilio(section, id, Via.SMS, instance));
      case "whatsapp" -> Optional.of(twilio(section, id, Via.WHATSAPP, instance));
      case "telegram" -> Optional.of(telegram(section, id, instance));
      default -> {
        section.text("kind", FileLimits.NAME_CHARS); // says that it is missing
        yield Optional.empty();
      }
    };
  }

  private static Optional<Node> value(Node node, String key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(tuple -> word(tuple.getKeyNode()).equals(key))
            .map(NodeTuple::getValueNode)
            .findFirst()
        : Optional.empty();
  }

  private static String word(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static String unknownKind(String word) {
    return "unknown kind of channel \""
        + word
        + "\"; write twilio, whatsapp, telegram, or in the demo simulator";
  }

  private static String id(Section section, Instance instance) {
    String id = section.text("id", FileLimits.NAME_CHARS);
    if (ItemId.takes(section, id, Set.of())) {
      String place = section.problems().place(section.at("id"));
      instance
          .claimChannel(id, place)
          .ifPresent(
              before ->
                  section.problem(
                      "id",
                      "the channel \""
                          + id
                          + "\" stands already in "
                          + before
                          + "; an id is unique in the whole instance"));
    }
    return id;
  }

  private static ChannelConfig simulator(Section section, String id, Instance instance) {
    if (!instance.demo()) {
      section.problem(
          "kind",
          "the simulator lets anybody write in; remove it, or start with answerable.demo=true");
    }
    return new ChannelConfig.Simulator(id);
  }

  private static ChannelConfig twilio(Section section, String id, Via via, Instance instance) {
    String from = section.text("from", FileLimits.NAME_CHARS);
    if (!from.isEmpty() && !from.matches(E164)) {
      section.problem(
          "from", "this is no number in E.164; write + and all digits, as \"+254700000001\"");
    }
    return new ChannelConfig.Twilio(
        id,
        via,
        accountSid(section, instance),
        secret(section, "auth-token", instance),
        from,
        perSecond(section),
        apiUrl(section),
        via == Via.WHATSAPP ? template(section) : null);
  }

  private static int perSecond(Section section) {
    Integer number =
        section.has("per-second") ? section.number("per-second", FileLimits.PER_SECOND) : null;
    return number == null || number == 0 ? ChannelConfig.PER_SECOND : number;
  }

  private static @Nullable String template(Section section) {
    if (!section.has("template")) {
      return null;
    }
    String template = section.text("template", FileLimits.TITLE_CHARS);
    if (!template.matches(TEMPLATE)) {
      section.problem(
          "template", "this is no content template of Twilio's; write HX and its 32 signs");
    }
    return template;
  }

  private static ChannelConfig telegram(Section section, String id, Instance instance) {
    Mode mode = section.has("mode") ? section.choice("mode", MODES) : Mode.POLLING;
    String token = secret(section, "token", instance);
    boolean seen = !token.isEmpty() && !token.equals(Instance.UNSEEN);
    if (seen && !BOT_TOKEN.matcher(token).matches()) {
      section.problem(
          "token",
          "the variable holds no bot's token; copy it from @BotFather, as 123456789:AA…, with"
              + " nothing around it");
    }
    return new ChannelConfig.Telegram(
        id,
        token,
        mode == null ? Mode.POLLING : mode,
        mode == Mode.WEBHOOK ? secretToken(section, instance) : "",
        apiUrl(section));
  }

  /** Without it anybody who guesses the webhook's address could write in anybody's name. */
  private static String secretToken(Section section, Instance instance) {
    if (!section.has("secret-token")) {
      section.problem(
          "mode",
          "a webhook needs \"secret-token\", by which Telegram proves that it is Telegram; add it,"
              + " or write polling");
      return "";
    }
    String secret = secret(section, "secret-token", instance);
    if (!secret.isEmpty() && !SECRET_TOKEN.matcher(secret).matches()) {
      section.problem(
          "secret-token",
          "Telegram takes up to 256 letters, digits, hyphens and underscores here; make one with"
              + " openssl rand -hex 32");
    }
    return secret;
  }

  /** It names an account and opens nothing, so it may be written out. */
  private static String accountSid(Section section, Instance instance) {
    String written = section.text("account-sid", FileLimits.TITLE_CHARS);
    return written.startsWith("$") ? secret(section, "account-sid", instance) : written;
  }

  private static String secret(Section section, String key, Instance instance) {
    String written = section.text(key, FileLimits.TITLE_CHARS);
    if (written.isEmpty()) {
      return "";
    }
    Matcher variable = VARIABLE.matcher(written);
    if (!variable.matches()) {
      section.problem(
          key,
          "a secret in a configuration file is refused; put it into an environment variable, and"
              + " write \"${ITS_NAME}\" here");
      return "";
    }
    String name = variable.group(1);
    Optional<String> value = instance.variable(name);
    if (value.isEmpty()) {
      section.problem(
          key, "the environment variable " + name + " is not set; set it before the start");
    }
    return value.orElse("");
  }

  private static @Nullable URI apiUrl(Section section) {
    if (!section.has("api-url")) {
      return null;
    }
    String url = section.text("api-url", FileLimits.ABOUT_CHARS);
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below, like any other address that can't be called
    }
    section.problem("api-url", "this is no web address; write one as https://api.example.org");
    return null;
  }
}

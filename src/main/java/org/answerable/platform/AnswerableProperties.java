package org.answerable.platform;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an instance is told: {@code --answerable.NAME=…} on the command line, {@code
 * ANSWERABLE_NAME} in the environment, or {@code application.yaml}.
 *
 * <p>A name that is none of these is refused: misspelt, it would leave a default in force.
 *
 * @param publicUrl where the world reaches it, without a slash at the end
 * @param dataDir what the embedded servers keep; one running instance a folder
 * @param keysDir the root key and the epochs' keys; {@code keys} in the data folder unless given,
 *     which only the demo may leave so
 * @param database unset: PostgreSQL starts with the application
 * @param redis unset: Redis starts with the application
 * @param configDir {@code application.yaml}, and {@code organisations/NAME.yaml}
 * @param flowsDir the conversations
 * @param demo for trying out: listens on loopback only, holds nothing back, calls nobody
 * @param demoStory the demo begins with some weeks that happened before
 * @param demoRealChannels the demo may call providers, for trying with one's own phone
 */
@ConfigurationProperties(prefix = "answerable", ignoreUnknownFields = false)
public record AnswerableProperties(
    @DefaultValue("http://localhost:8080") URI publicUrl,
    @DefaultValue("./data") Path dataDir,
    @Nullable Path keysDir,
    @DefaultValue Database database,
    @DefaultValue Redis redis,
    @DefaultValue("./config") Path configDir,
    @DefaultValue("./flows") Path flowsDir,
    @DefaultValue("true") boolean demo,
    @DefaultValue("false") boolean demoRealChannels,
    @DefaultValue("true") boolean demoStory) {

  public AnswerableProperties {
    publicUrl = withoutSlash(publicUrl);
    keysDir = keysDir == null ? dataDir.resolve("keys") : keysDir;
  }

  /** The folder of the keys; never null, whatever was given. */
  @Override
  public Path keysDir() {
    return keysDir == null ? dataDir.resolve("keys") : keysDir;
  }

  private static URI withoutSlash(URI url) {
    String text = url.toString();
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null) {
      throw new StartupRefused(
          "answerable.public-url: '" + text + "' is no address of the web: give https://HOST");
    }
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
  }

  /**
   * A PostgreSQL that others run.
   *
   * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}
   * @param username owns the database and may create roles
   */
  public record Database(
      @Nullable String url, @Nullable String username, @Nullable String password) {
    @Override
    public String toString() {
      return "Database[redacted]";
    }
  }

  /**
   * A Redis that others run.
   *
   * @param url {@code redis://:PASSWORD@HOST:PORT}
   */
  public record Redis(@Nullable URI url) {
    @Override
    public String toString() {
      return "Redis[redacted]";
    }
  }
}

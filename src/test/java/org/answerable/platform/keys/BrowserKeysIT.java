package org.answerable.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.answerable.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.JavascriptExecutor;

/** The browser's own cryptography and Bouncy Castle read each other, both ways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserKeysIT {
  private static final String PASSPHRASE = "kamo rilu tesa bovi pade vumi";
  private static final byte[] PLACE = "place/1".getBytes(UTF_8);
  private static final byte[] WORDS = "they said: don’t tell".getBytes(UTF_8);
  private HttpServer server;
  private Browser browser;

  @BeforeAll
  void open() throws Exception {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", exchange -> answer(exchange));
    server.start();
    browser = Browser.open();
    browser.go("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @AfterAll
  void close() {
    browser.close();
    server.stop(0);
  }

  @Test
  void theBrowserOpensThePublishedVector() {
    assertThat(
            run(
                """
                const skR = await focalKey.use(bytes(0), bytes(1));
                return base64(await hpke.OpenBase(bytes(2), skR, bytes(1), bytes(3), bytes(4)));
                """,
                HpkeVector.SECRET,
                HpkeVector.OPEN,
                HpkeVector.SEALED,
                HpkeVector.INFO,
                HpkeVector.AAD))
        .isEqualTo(HpkeVector.PLAIN);
  }

  @Test
  void theBrowserOpensWhatTheServerSealed() {
    var person = PersonSecret.random();
    byte[] sealed = person.publicKey().seal(WORDS, PLACE);
    byte[] wrapped = person.wrap(PASSPHRASE);
    byte[] padded =
        run(
            """
            const secret = await focalKey.unwrap(bytes(0), bytes(1), text(2));
            const skR = await focalKey.use(secret, bytes(1));
            return base64(await hpke.OpenBase(bytes(3), skR, bytes(1), bytes(4), new Uint8Array(0)));
            """,
            wrapped,
            person.publicKey().bytes(),
            PASSPHRASE.getBytes(UTF_8),
            sealed,
            PLACE);
    assertThat(Padding.unpad(padded)).isEqualTo(WORDS);
  }

  @Test
  void theServersLibraryOpensWhatTheBrowserMadeWrappedAndSealed() throws Exception {
    List<byte[]> made =
        List.of(
            run(
                """
                const { secret, publicKey } = await focalKey.make();
                window.made = { secret, publicKey };
                return base64(publicKey);
                """),
            run(
                "return base64(await focalKey.wrap(made.secret, made.publicKey, text(0)));",
                PASSPHRASE.getBytes(UTF_8)),
            run(
                "return base64(await hpke.SealBase(made.publicKey, bytes(0), new Uint8Array(0),"
                    + " bytes(1)));",
                PLACE,
                Padding.pad(WORDS)),
            run("return base64(hpke.utf8((await focalKey.sheet(made.secret)).join('\\n')));"),
            run("return base64(hpke.utf8(await focalKey.name(made.publicKey)));"));
    var open = PersonKey.of(made.get(0));
    var secret = PersonSecret.unwrap(made.get(1), open, PASSPHRASE);
    assertThat(secret.open(made.get(2), PLACE)).isEqualTo(WORDS);
    assertThat(secret.sheet()).isEqualTo(new String(made.get(3), UTF_8).lines().toList());
    assertThat(open.name()).isEqualTo(new String(made.get(4), UTF_8));
  }

  @Test
  void theBrowserTakesTheSheetOfTheCommandLine() {
    var person = PersonSecret.random();
    byte[] opened =
        run(
            """
            const { secret } = await focalKey.fromSheet(text(0).split("\\n"));
            const skR = await focalKey.use(secret, bytes(1));
            return base64(await hpke.OpenBase(bytes(2), skR, bytes(1), bytes(3), new Uint8Array(0)));
            """,
            String.join("\n", person.sheet()).getBytes(UTF_8),
            person.publicKey().bytes(),
            person.publicKey().seal(WORDS, PLACE),
            PLACE);
    assertThat(Padding.unpad(opened)).isEqualTo(WORDS);
  }

  /** The script's {@code bytes(n)} is the n-th of these. */
  private byte[] run(String script, byte[]... values) {
    Object[] texts = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = Base64.getEncoder().encodeToString(values[i]);
    }
    Object said =
        ((JavascriptExecutor) browser.driver())
            .executeAsyncScript(
                """
                const given = [...arguments], done = given.pop();
                const { base64, unbase64 } = focalKey;
                const bytes = n => unbase64(given[n]), text = n => new TextDecoder().decode(bytes(n));
                (async () => {
                """
                    + script
                    + "})().then(done, failed => done('!' + failed));",
                texts);
    assertThat(String.valueOf(said)).doesNotStartWith("!");
    return Base64.getDecoder().decode(String.valueOf(said));
  }

  private static void answer(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body =
          path.endsWith(".js")
              ? Files.readAllBytes(Path.of("src/main/resources/static/assets" + path))
              : "<script src=\"/hpke.js\"></script><script src=\"/focal-key.js\"></script>"
                  .getBytes(UTF_8);
      exchange
          .getResponseHeaders()
          .add("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}

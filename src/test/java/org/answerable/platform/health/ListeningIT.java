package org.answerable.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.answerable.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What is answered on which port, and how much a request may bring. */
@ApplicationTest
class ListeningIT {
  private static final int TOO_MUCH = 64 * 1024 + 1;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Environment environment;

  ListeningIT(@Autowired Environment environment) {
    this.environment = environment;
  }

  @Test
  void healthIsOnBothPortsAndShowsNoDetails() throws Exception {
    for (String port : new String[] {"local.server.port", "local.management.port"}) {
      HttpResponse<String> answer = get(port, "/actuator/health");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void metricsAreOnTheManagementPortOnly() throws Exception {
    assertThat(get("local.management.port", "/actuator/prometheus").body()).contains("jvm_");
    assertThat(get("local.server.port", "/actuator/prometheus").statusCode()).isEqualTo(404);
    for (String hidden : new String[] {"env", "heapdump", "beans", "loggers", "shutdown"}) {
      assertThat(get("local.management.port", "/actuator/" + hidden).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aFormThatIsTooLargeIsTooLarge() throws Exception {
    String form = "Body=" + "a".repeat(TOO_MUCH);
    assertThat(post(BodyPublishers.ofString(form)).statusCode()).isEqualTo(413);
  }

  @Test
  void aFormThatIsTooLargeIsSoWithoutALengthToo() throws Exception {
    byte[] form = ("Body=" + "a".repeat(TOO_MUCH)).getBytes(StandardCharsets.UTF_8);
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form));
    assertThat(post(chunked).statusCode()).isEqualTo(413);
  }

  @Test
  void aHeaderThatIsTooLargeIsRefused() throws Exception {
    var request =
        HttpRequest.newBuilder(uri("local.server.port", "/actuator/health"))
            .header("X-Long", "a".repeat(9 * 1024));
    assertThat(send(request).statusCode()).isBetween(400, 431);
  }

  private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
    return send(
        HttpRequest.newBuilder(uri("local.server.port", "/baraza-letu/log/receipt"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(body));
  }

  private HttpResponse<String> get(String port, String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(port, path)));
  }

  private URI uri(String port, String path) {
    return URI.create("http://127.0.0.1:" + environment.getProperty(port) + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}

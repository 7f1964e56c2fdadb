package org.answerable.channel.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.URI;
import java.time.Duration;
import org.answerable.organisation.ChannelConfig;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request once. Twilio's own client repeats a POST that was answered 5xx, and Apache's
 * under it repeats that again: a response would reach the phone several times.
 */
final class SingleSendClient extends HttpClient {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String RETRY_AFTER = "Retry-After";
  private final NetworkHttpClient network;
  private final @Nullable String base;

  /**
   * @param base what stands in for Twilio's scheme and host; null: Twilio's own
   * @param wait at most for the connection, and again for the answer
   */
  SingleSendClient(@Nullable URI base, Duration wait) {
    this.base = base == null ? null : base.toString().replaceAll("/+$", "");
    this.network = new NetworkHttpClient(builder(Timeout.of(wait)));
  }

  /** Twilio's own client over this one. */
  static TwilioRestClient restClient(ChannelConfig.Twilio config, Duration wait) {
    return new TwilioRestClient.Builder(config.accountSid(), config.authToken())
        .accountSid(config.accountSid())
        .httpClient(new SingleSendClient(config.apiUrl(), wait))
        .build();
  }

  private static HttpClientBuilder builder(Timeout wait) {
    var connection = ConnectionConfig.custom().setConnectTimeout(wait).setSocketTimeout(wait);
    var request =
        RequestConfig.custom().setConnectionRequestTimeout(wait).setResponseTimeout(wait).build();
    return HttpClientBuilder.create()
        .disableAutomaticRetries()
        .disableRedirectHandling()
        // a kept connection that the other side has closed would leave a send uncertain
        .setConnectionReuseStrategy((asked, answered, context) -> false)
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(connection.build())
                .build())
        // Twilio's client sets limits of its own on every request: ours come after them
        .addExecInterceptorFirst(
            "limits",
            (asked, scope, chain) -> {
              scope.clientContext.setRequestConfig(request);
              return chain.proceed(asked, scope);
            });
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(Request request, int[] codes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  /**
   * @throws Throttled when the answer is 429
   */
  @Override
  public Response makeRequest(Request request) {
    Response response = network.makeRequest(base == null ? request : rebased(request, base));
    if (response.getStatusCode() == TOO_MANY_REQUESTS) {
      throw new Throttled(retryAfter(response));
    }
    return response;
  }

  private static Request rebased(Request request, String base) {
    URI asked = URI.create(request.constructURL().toString());
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    var copy = new Request(request.getMethod(), base + asked.getRawPath() + query);
    request.getPostParams().forEach((name, all) -> all.forEach(v -> copy.addPostParam(name, v)));
    request.getHeaderParams().forEach((n, all) -> all.forEach(v -> copy.addHeaderParam(n, v)));
    if (request.getAuthStrategy() != null) {
      copy.setAuth(request.getAuthStrategy());
    } else if (request.getUsername() != null) {
      copy.setAuth(request.getUsername(), request.getPassword());
    }
    if (request.getContentType() != null) {
      copy.setContentType(request.getContentType());
    }
    return copy;
  }

  /** Only the form in seconds: Twilio has no other. */
  private static @Nullable Duration retryAfter(Response response) {
    for (Header header : response.getHeaders()) {
      if (header.getName().equalsIgnoreCase(RETRY_AFTER)
          && header.getValue().matches("[0-9]{1,6}")) {
        return Duration.ofSeconds(Long.parseLong(header.getValue()));
      }
    }
    return null;
  }

  /** Too many requests; nothing was accepted. */
  static final class Throttled extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final @Nullable Duration after;

    Throttled(@Nullable Duration after) {
      super("429");
      this.after = after;
    }

    @Nullable Duration after() {
      return after;
    }
  }
}

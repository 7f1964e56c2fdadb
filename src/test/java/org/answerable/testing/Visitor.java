package org.answerable.testing;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser as far as tests without pictures need one: cookies, hidden fields, an address of its
 * own.
 */
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  public final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http;
  private int port;

  public Visitor(int port) throws Exception {
    this(port, "127.0.0.1");
  }

  public Visitor(int port, String from) throws Exception {
    this.port = port;
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .localAddress(InetAddress.getByName(from))
            .build();
  }

  /** Goes on at a server that was started anew. */
  public void turnTo(int newPort) {
    this.port = newPort;
  }

  public HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, "");
  }

  public HttpResponse<String> send(String method, String path, String form) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(form));
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Fills in the form of a page and sends it, with the page's own token. */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields)
      throws Exception {
    var found = TOKEN.matcher(get(page).body());
    String token = found.find() ? found.group(1) : "";
    return send("POST", action, form(fields) + "&_csrf=" + encode(token));
  }

  public HttpResponse<String> signIn(String name, String password) throws Exception {
    return submit("/login", "/login", Map.of("name", name, "password", password));
  }

  public HttpResponse<String> accept(String token, String name, String password) throws Exception {
    return submit(
        "/invitation/" + token,
        "/invitation",
        Map.of("token", token, "name", name, "password", password, "again", password));
  }

  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

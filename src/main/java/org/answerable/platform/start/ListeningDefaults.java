package org.answerable.platform.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What listens where, unless something else is given: the demo on loopback; metrics on 8081, or on
 * a free port where that is taken.
 */
final class ListeningDefaults implements EnvironmentPostProcessor {
  private static final int MANAGEMENT_PORT = 8081;

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment env, SpringApplication application) {
    Map<String, Object> defaults = new HashMap<>();
    if (!env.containsProperty("server.address") && isDemo(env)) {
      defaults.put("server.address", "127.0.0.1");
    }
    if (!env.containsProperty("management.server.port")) {
      defaults.put("management.server.port", managementPort(env));
    }
    env.getPropertySources().addLast(new MapPropertySource("listening defaults", defaults));
  }

  private static boolean isDemo(ConfigurableEnvironment env) {
    return !"false".equalsIgnoreCase(env.getProperty("answerable.demo", "true").strip());
  }

  private static int managementPort(ConfigurableEnvironment env) {
    String main = env.getProperty("server.port", "8080");
    boolean chosen = main.equals("0") || main.equals(Integer.toString(MANAGEMENT_PORT));
    return chosen || isTaken(MANAGEMENT_PORT) ? 0 : MANAGEMENT_PORT;
  }

  private static boolean isTaken(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }
}

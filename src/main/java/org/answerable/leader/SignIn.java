package org.answerable.leader;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Name and password, answered in the same words and time whether or not the name exists. */
@Component
public final class SignIn {
  private static final int FREE_FOR_A_NAME = 5;
  private static final int FREE_FOR_A_SOURCE = 20;

  private final Accounts accounts;
  private final Passwords passwords;
  private final KnownDevices devices;
  private final InstantSource clock;
  private final Throttle throttle = new Throttle();

  SignIn(Accounts accounts, Passwords passwords, KnownDevices devices, InstantSource clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.devices = devices;
    this.clock = clock;
  }

  /**
   * One attempt.
   *
   * @param source where it comes from; attempts of one source slow only that source down
   * @param device the mark that {@link Welcome} gave to this browser earlier, if any
   */
  public Result attempt(String name, String password, String source, @Nullable String device) {
    String tidy = Names.tidy(name);
    // what can be no name is not asked for: the database refuses some signs
    if (!Names.check(tidy).isEmpty() || password.length() > PasswordRules.MAX_CHARS) {
      return new Refused();
    }
    var found = accounts.byName(tidy).orElse(null);
    boolean known = found != null && devices.known(device, found.leader().account());
    var keys = known && device != null ? browser(device) : stranger(tidy, source);
    var wait = throttle.begin(keys, clock.instant());
    if (!wait.isZero()) {
      return new Wait(wait);
    }
    Boolean right = passwords.matches(password, found, known);
    if (right == null) {
      return new Wait(Duration.ofMinutes(1));
    }
    if (!right || found == null) {
      return new Refused();
    }
    throttle.succeeded(keys);
    return welcome(found.leader());
  }

  /** For somebody who has just proved who they are. */
  Welcome welcome(Leader leader) {
    return new Welcome(leader, devices.mark(leader.account()));
  }

  /** Whoever stole the mark slows down that browser only. */
  private static List<Throttle.Key> browser(String mark) {
    return List.of(new Throttle.Key("device " + mark, FREE_FOR_A_NAME));
  }

  private static List<Throttle.Key> stranger(String name, String source) {
    String folded = name.toLowerCase(Locale.ROOT);
    return List.of(
        new Throttle.Key("source " + source, FREE_FOR_A_SOURCE),
        new Throttle.Key("pair " + source + " " + folded, FREE_FOR_A_NAME));
  }

  /** What became of an attempt. */
  public sealed interface Result {}

  /**
   * Signed in.
   *
   * @param device a mark for the browser to keep, and to show at the next attempt
   */
  public record Welcome(Leader leader, String device) implements Result {
    @Override
    public String toString() {
      return "Welcome[redacted]";
    }
  }

  /** Name or password is wrong, and it is not said which. */
  public record Refused() implements Result {}

  /** Not looked at: come back after this time. */
  public record Wait(Duration left) implements Result {}
}

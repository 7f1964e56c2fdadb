package org.answerable.audit;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignatureType;
import org.answerable.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of {@code log verify}.
 *
 * @param state the file that remembers what was verified last
 * @param key the only one that is believed
 */
record Verification(Source source, Path state, Optional<VerifierKey> key, Witnesses witnesses) {
  static final String USAGE =
      """
      Usage: log verify URL [--key KEY] [--state FILE] [--witness KEY]... [--quorum N]

        URL    of an organisation's page, of its log (…/tlog), or a folder with a copy of it
        KEY    its key, where you know it from elsewhere; of another key's log nothing was seen before
        FILE   remembers what was seen last, so that nothing can be taken out unseen
        --witness KEY   of somebody outside who must have seen it, N of them, or all
      """;

  private static final String KEY = "--key";
  private static final String STATE = "--state";
  private static final String WITNESS = "--witness";
  private static final String QUORUM = "--quorum";
  private static final String LOG = FolderSource.LOG;

  /**
   * Reads what was asked; empty: wrong usage.
   *
   * @throws Finding when a key is none
   */
  static Optional<Verification> of(
      List<String> args, Function<String, @Nullable String> environment) throws Finding {
    if (args.isEmpty() || args.getFirst().startsWith("-") || args.size() % 2 == 0) {
      return Optional.empty();
    }
    String place = withoutEnd(withoutEnd(args.getFirst(), "/"), "/" + LOG);
    Path state = remembered(place, environment);
    Optional<VerifierKey> key = Optional.empty();
    List<VerifierKey> named = new ArrayList<>();
    @Nullable Integer quorum = null;
    for (int i = 1; i < args.size(); i += 2) {
      String option = args.get(i);
      String value = args.get(i + 1);
      switch (option) {
        case KEY -> key = Optional.of(key(option, value));
        case STATE -> state = Path.of(value);
        case WITNESS -> named.add(witness(option, value));
        case QUORUM -> quorum = value.matches("[0-9]{1,3}") ? Integer.parseInt(value) : -1;
        default -> {
          return Optional.empty();
        }
      }
    }
    int least = quorum == null ? named.size() : quorum;
    if (least < 0 || least > named.size()) {
      return Optional.empty(); // a log does not choose who must have seen it
    }
    Path remembers = state;
    Optional<VerifierKey> believed = key;
    Witnesses witnesses = new Witnesses(named, least);
    return source(place).map(source -> new Verification(source, remembers, believed, witnesses));
  }

  private static VerifierKey key(String option, String value) throws Finding {
    try {
      return VerifierKey.parse(value);
    } catch (MalformedException e) {
      throw new Finding(option + ": " + e.getMessage() + ".");
    }
  }

  private static VerifierKey witness(String option, String value) throws Finding {
    VerifierKey key = key(option, value);
    if (key.type() != SignatureType.COSIGNATURE) {
      throw new Finding(option + ": this is a log's key, and no witness's.");
    }
    return key;
  }

  /** Whether what was seen before was signed by whom is believed now. */
  boolean believes(Seen before) {
    return key.map(before.key()::equals).orElse(true);
  }

  /**
   * Where a log is read; empty: no address.
   *
   * @param named by whoever asks
   */
  static Optional<Source> source(String named) {
    String place = withoutEnd(withoutEnd(named, "/"), "/" + LOG);
    if (place.startsWith("http:") || place.startsWith("https:")) {
      return isUrl(place) ? Optional.of(new HttpSource(place)) : Optional.empty();
    }
    Path folder = Path.of(place);
    Path log = folder.resolve(LOG);
    return Optional.of(new FolderSource(Files.isDirectory(log) ? log : folder));
  }

  private static boolean isUrl(String place) {
    try {
      URI url = URI.create(place);
      return url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** By the address that was asked, and by nothing that the log says of itself. */
  private static Path remembered(String place, Function<String, @Nullable String> environment) {
    String home = environment.apply("HOME");
    String states = environment.apply("XDG_STATE_HOME");
    Path folder =
        states != null ? Path.of(states) : Path.of(home == null ? "." : home, ".local", "state");
    String name = place.replaceAll("[^A-Za-z0-9.-]+", "_");
    return folder.resolve("answerable").resolve(name + ".checkpoint");
  }

  private static String withoutEnd(String place, String end) {
    return place.endsWith(end) ? place.substring(0, place.length() - end.length()) : place;
  }
}

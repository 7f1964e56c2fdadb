package org.answerable.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.answerable.platform.Sha256;

/**
 * Whoever has all the keys of a server, and its source: tries each of them on each sealed value, at
 * every place that the code seals for.
 */
public final class SeizedKeys {
  private static final List<String> PURPOSES =
      List.of("route", "hold", "receipt", "data key", "alarm way");
  private static final int MAX_EPOCH = 50;
  private final String organisation;
  private final EpochKeys epochs;
  private final Sealer sealer;
  private final List<byte[]> secrets = new ArrayList<>();
  private final List<DataKey> people = new ArrayList<>();
  private final List<byte[]> written = new ArrayList<>();
  private final List<EpochKey> guessing = new ArrayList<>();

  public SeizedKeys(Path keysDir, String organisation) throws IOException {
    this.organisation = organisation;
    this.epochs = new EpochKeys(keysDir, RootKey.openOrCreate(keysDir));
    this.sealer = new Sealer(epochs);
    try (Stream<Path> files = Files.walk(keysDir)) {
      files.filter(file -> file.toString().endsWith(".key")).forEach(this::add);
    }
  }

  /** People's own keys, from their rows in the vault; those that open. */
  public int learn(List<Map<String, Object>> constituents) {
    for (Map<String, Object> row : constituents) {
      String place = organisation + "/constituent.constituent/" + row.get("who") + "/data_key";
      for (EpochKey epoch : epochKeys()) {
        try {
          people.add(DataKey.unwrap(epoch, bytes(row, "data_key"), place));
        } catch (RuntimeException e) {
          // this key does not open it
        }
      }
    }
    return people.size();
  }

  private static byte[] bytes(Map<String, Object> row, String column) {
    return row.get(column) instanceof byte[] bytes ? bytes : new byte[0];
  }

  /** What a number's lookup would be, under each key that there is, and without one. */
  public List<byte[]> lookups(String kind, String number) {
    var all = new ArrayList<byte[]>();
    for (EpochKey key : guessing()) {
      all.add(key.mac("lookup", kind.getBytes(UTF_8), number.getBytes(UTF_8)));
    }
    all.add(Sha256.of(number));
    return all;
  }

  /** The keys of epochs, those of messages, and each secret as if it were an epoch's. */
  private synchronized List<EpochKey> guessing() {
    if (guessing.isEmpty()) {
      guessing.addAll(epochKeys());
      for (int epoch = 1; epoch <= MAX_EPOCH; epoch++) {
        try {
          guessing.add(epochs.messages(organisation, epoch));
        } catch (KeyRefused e) {
          // it is not there
        }
      }
      written.forEach(secret -> guessing.add(new EpochKey(0, secret)));
    }
    return guessing;
  }

  private List<EpochKey> epochKeys() {
    var found = new ArrayList<EpochKey>();
    for (int epoch = 1; epoch <= MAX_EPOCH; epoch++) {
      try {
        found.add(epochs.of(organisation, epoch));
      } catch (KeyRefused e) {
        // it is not there
      }
    }
    return found;
  }

  /** All that opens of one row, by whatever key. */
  public List<byte[]> open(String table, Map<String, Object> row) {
    var opened = new ArrayList<byte[]>();
    List<byte[]> values = of(row, byte[].class);
    List<UUID> ids = of(row, UUID.class);
    for (byte[] value : values) {
      for (UUID id : ids) {
        values.forEach(
            key -> attempt(opened, () -> sealer.open(organisation, id, new Sealed(key, value))));
        byPeople(opened, value, id);
        byOwnKeys(opened, table, value, id);
      }
      values.forEach(other -> byOwnKeys(opened, value, reply(other)));
      byEpoch(opened, table, value, values, ids);
    }
    return opened;
  }

  /** As if a key of the server's were a person's. */
  private void byPeople(List<byte[]> opened, byte[] value, UUID id) {
    byte[] place = ("answerable confided v1/" + organisation + "/" + id).getBytes(UTF_8);
    for (byte[] secret : secrets) {
      attempt(
          opened,
          () ->
              HpkeSuite.P256.open(
                  HpkeSuite.P256.pair(secret, HpkeSuite.publicOf(secret)),
                  value,
                  place,
                  new byte[0]));
      attempt(opened, () -> new Hpke(secret).open(value, place));
    }
  }

  private void byOwnKeys(List<byte[]> opened, String table, byte[] value, UUID id) {
    for (String end : List.of("", "/address", "/settings")) {
      byOwnKeys(opened, value, organisation + "/" + table + "/" + id + end);
    }
  }

  private void byOwnKeys(List<byte[]> opened, byte[] value, String place) {
    people.forEach(key -> attempt(opened, () -> key.open(value, place)));
  }

  private static String reply(byte[] message) {
    return "conversation.message/" + HexFormat.of().formatHex(message);
  }

  private void byEpoch(
      List<byte[]> opened, String table, byte[] value, List<byte[]> others, List<UUID> ids) {
    var places = new ArrayList<byte[]>(others);
    for (UUID id : ids) {
      for (String end : List.of("", "/hold")) {
        places.add((organisation + "/" + table + "/" + id + end).getBytes(UTF_8));
      }
    }
    for (String purpose : PURPOSES) {
      for (byte[] place : places) {
        attempt(opened, () -> epochs.open(organisation, purpose, value, place));
      }
    }
  }

  private void add(Path file) {
    try {
      byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
      written.add(key);
      secrets.add(key);
      secrets.add(Derivation.derive(key, "text key pair"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> of(Map<String, Object> row, Class<T> type) {
    return row.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static void attempt(List<byte[]> opened, Opening opening) {
    try {
      opened.add(opening.run());
    } catch (GeneralSecurityException | RuntimeException e) {
      // this key does not open it
    }
  }

  @FunctionalInterface
  private interface Opening {
    byte[] run() throws GeneralSecurityException;
  }
}

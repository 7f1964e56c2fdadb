package org.answerable.constituent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.answerable.channel.Address;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.DataKey;
import org.answerable.platform.keys.EpochKey;
import org.answerable.platform.keys.EpochKeys;

/**
 * The only place that knows how a constituent can be reached. A row is found by a lookup, an HMAC
 * of the address under a key that is not in the database: all numbers of a country are hashed in
 * minutes, so a plain hash would protect nobody.
 */
public final class Vault {
  private static final String TABLE = "constituent.constituent";
  private final Constituents constituents;
  private final EpochKeys keys;
  private final Ids ids;

  public Vault(Constituents constituents, EpochKeys keys, Ids ids) {
    this.constituents = constituents;
    this.keys = keys;
    this.ids = ids;
  }

  /**
   * {@code HMAC-SHA256(K_lookup[organisation, epoch], channel kind ‖ address)}, 32 bytes.
   *
   * <p>The kind is part of it: the same digits as a number and as a chat id are two people.
   */
  public byte[] lookup(Organisation organisation, Address address) {
    String kind = organisation.channelKind(address.channel());
    return keys.current(organisation.id()).mac("lookup", utf8(kind), utf8(address.value()));
  }

  /** Who writes from an address: as the vault knows them, or as somebody new with a random id. */
  public Constituent who(Organisation organisation, Address address, LocalDate today) {
    EpochKey epoch = keys.current(organisation.id());
    return constituents
        .byLookup(organisation.id(), epoch.epoch(), lookup(organisation, address))
        .map(row -> open(organisation.id(), row))
        .orElseGet(() -> stranger(organisation, today));
  }

  /** The sealed row of somebody who was not known. */
  public Constituents.Row row(ConstituentMet met) {
    Constituent person = met.person();
    EpochKey epoch = keys.current(person.organisation());
    String address = met.address().channel() + "\n" + met.address().value();
    return new Constituents.Row(
        person.who(),
        epoch.epoch(),
        person.key().wrap(epoch, place(person, "data_key")),
        person.key().seal(utf8(address), place(person, "address")),
        sealed(person, person.settings()),
        person.stopped(),
        person.muted(),
        person.seen());
  }

  /** What a person chose, sealed under their own key. */
  public byte[] sealed(Constituent person, Settings settings) {
    String plain = settings.language() + "\n" + settings.way() + "\n" + settings.silent();
    return person.key().seal(utf8(plain), place(person, "settings"));
  }

  /** The sealed way from a feedback to its sender. */
  public Constituents.Route route(RouteMade made) {
    EpochKey epoch = keys.current(made.organisation());
    byte[] who =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(made.who().getMostSignificantBits())
            .putLong(made.who().getLeastSignificantBits())
            .array();
    byte[] place = routePlace(made.organisation(), made.feedback());
    return new Constituents.Route(epoch.epoch(), epoch.seal("route", who, place));
  }

  /** How the answer to a feedback may reach its sender. */
  public Way way(String organisation, UUID feedback) {
    return constituents
        .route(organisation, feedback)
        .flatMap(route -> constituents.byId(organisation, who(organisation, feedback, route)))
        .map(row -> way(organisation, row))
        .orElseGet(Way.Forgotten::new);
  }

  /** The provider said that the person stopped us there. */
  public void stop(String organisation, UUID who) {
    constituents.stop(organisation, who);
  }

  /**
   * Sets aside what the sender of a feedback writes, until the end of a day; the later day counts.
   * Nobody learns who that is. Whoever is forgotten has no way back and stays as they are.
   */
  public void mute(String organisation, UUID feedback, LocalDate until) {
    constituents
        .route(organisation, feedback)
        .ifPresent(
            route -> constituents.mute(organisation, who(organisation, feedback, route), until));
  }

  private UUID who(String organisation, UUID feedback, Constituents.Route route) {
    byte[] who =
        keys.of(organisation, route.epoch())
            .open("route", route.who(), routePlace(organisation, feedback));
    ByteBuffer bytes = ByteBuffer.wrap(who);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private Way way(String organisation, Constituents.Row row) {
    if (row.stopped()) {
      return new Way.Stopped();
    }
    Constituent person = open(organisation, row);
    if (person.settings().way() == AnswerWay.NOT_AT_ALL) {
      return new Way.NotAsked();
    }
    byte[] plain = person.key().open(row.address(), place(organisation, row.who(), "address"));
    String[] parts = new String(plain, StandardCharsets.UTF_8).split("\n", 2);
    return new Way.Reach(row.who(), new Address(parts[0], parts[1]), person.settings().language());
  }

  private Constituent stranger(Organisation organisation, LocalDate today) {
    return new Constituent(
        organisation.id(),
        ids.uuid(),
        false,
        new Settings(organisation.defaultLanguage(), AnswerWay.HERE),
        false,
        null,
        today,
        DataKey.random());
  }

  private Constituent open(String organisation, Constituents.Row row) {
    UUID who = row.who();
    DataKey key =
        DataKey.unwrap(
            keys.of(organisation, row.epoch()),
            row.dataKey(),
            place(organisation, who, "data_key"));
    byte[] plain = key.open(row.settings(), place(organisation, who, "settings"));
    return new Constituent(
        organisation, who, true, settings(plain), row.stopped(), row.muted(), row.seen(), key);
  }

  private static Settings settings(byte[] plain) {
    String[] parts = new String(plain, StandardCharsets.UTF_8).split("\n", 3);
    return new Settings(parts[0], AnswerWay.valueOf(parts[1]), Boolean.parseBoolean(parts[2]));
  }

  private static String place(Constituent person, String column) {
    return place(person.organisation(), person.who(), column);
  }

  private static String place(String organisation, UUID who, String column) {
    return organisation + "/" + TABLE + "/" + who + "/" + column;
  }

  private static byte[] routePlace(String organisation, UUID feedback) {
    return utf8(organisation + "/constituent.route/" + feedback);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

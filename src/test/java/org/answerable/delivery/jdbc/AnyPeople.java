package org.answerable.delivery.jdbc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.channel.Address;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.ConstituentMet;
import org.answerable.constituent.Constituents;
import org.answerable.constituent.RouteMade;
import org.answerable.constituent.Settings;
import org.answerable.constituent.Vault;
import org.answerable.organisation.Organisation;
import org.answerable.platform.RandomIds;
import org.answerable.platform.keys.DataKey;
import org.answerable.platform.keys.EpochKeys;

/**
 * A vault that knows whoever it is asked for, in whichever process: each feedback has a sender of
 * its own, whose number and choice follow from its id.
 */
final class AnyPeople implements Constituents {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final int NUMBERS = 100_000_000;
  private final Organisation home;
  private final boolean notices;
  private final Vault vault;

  private AnyPeople(Organisation home, EpochKeys keys, boolean notices) {
    this.home = home;
    this.notices = notices;
    this.vault = new Vault(this, keys, new RandomIds());
  }

  static Vault vault(Organisation home, EpochKeys keys) {
    return new AnyPeople(home, keys, true).vault;
  }

  /** Nobody of them wants a mere notice. */
  static Vault allByText(Organisation home, EpochKeys keys) {
    return new AnyPeople(home, keys, false).vault;
  }

  static String number(UUID feedback) {
    long digits = Math.floorMod(feedback.getLeastSignificantBits(), NUMBERS);
    return "+9995%08d".formatted(digits);
  }

  static boolean wantsNotice(UUID feedback) {
    return Math.floorMod(feedback.getMostSignificantBits() >> 32, 4) == 0;
  }

  @Override
  public Optional<Row> byId(String organisation, UUID who) {
    AnswerWay way = notices && wantsNotice(who) ? AnswerWay.NOTICE : AnswerWay.HERE;
    var settings = new Settings("en", way);
    var person =
        new Constituent(home.id(), who, true, settings, false, null, TODAY, DataKey.random());
    return Optional.of(vault.row(new ConstituentMet(person, new Address("line", number(who)))));
  }

  @Override
  public List<Row> after(String organisation, UUID who, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<byte[]> route(String organisation, UUID feedback) {
    return Optional.of(vault.route(new RouteMade(organisation, feedback, feedback)));
  }

  @Override
  public void keep(Kept answer) {}

  @Override
  public Optional<Row> byLookup(String organisation, int epoch, byte[] lookup) {
    return Optional.empty();
  }

  @Override
  public void stop(String organisation, UUID who) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forget(String organisation, UUID who) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void mute(String organisation, UUID who, LocalDate until) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Kept> kept(String organisation, byte[] tag) {
    return List.of();
  }

  @Override
  public void ask(Asked question) {}

  @Override
  public Optional<byte[]> asked(String organisation, byte[] tag) {
    return Optional.empty();
  }

  @Override
  public void dropKept(String organisation, LocalDate before) {}
}

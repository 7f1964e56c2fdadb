package org.answerable.delivery.jdbc;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import javax.sql.DataSource;
import org.answerable.channel.Channels;
import org.answerable.channel.twilio.TwilioAt;
import org.answerable.delivery.Delivery;
import org.answerable.delivery.DeliveryLoop;
import org.answerable.delivery.Drafts;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.testing.AnOrganisation;

/** The outbox's worker as a process of its own, so that it can be killed often. */
public final class DeliveryProcess {
  private DeliveryProcess() {}

  /**
   * @param args the database, the keys' folder, the provider, and how many seconds its clock is
   *     ahead
   */
  public static void main(String[] args) throws Exception {
    Path keysDir = Path.of(args[1]);
    URI apiUrl = URI.create(args[2]);
    InstantSource clock =
        InstantSource.offset(InstantSource.system(), Duration.ofSeconds(Long.parseLong(args[3])));
    Organisation home = AnOrganisation.with(TwilioAt.config(apiUrl));
    var keys = new EpochKeys(keysDir, RootKey.openOrCreate(keysDir));
    var vault = AnyPeople.vault(home, keys);
    var sources = new EnumMap<Login, DataSource>(Login.class);
    sources.put(Login.DELIVERY, OutboxDatabase.source(args[0]));
    var delivery =
        new Delivery(
            new JdbcDeliveries(new Databases(sources)),
            vault,
            new Drafts(
                vault,
                OutboxDatabase::digits,
                OutboxDatabase::notice,
                OutboxDatabase::phrase,
                new TalkedTo(),
                new Sealer(keys),
                clock),
            new Channels(List.of(TwilioAt.channel(home.id(), apiUrl, clock))),
            new Organisations(List.of(home)),
            clock);
    new DeliveryLoop(delivery).start();
    Thread.sleep(Duration.ofMinutes(5)); // whoever started it ends it long before
  }
}

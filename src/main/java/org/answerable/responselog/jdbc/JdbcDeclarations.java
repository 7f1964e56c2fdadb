package org.answerable.responselog.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Declaration;
import org.answerable.responselog.Declaration.What;
import org.answerable.responselog.Declarations;
import org.answerable.responselog.Declares;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Entry.DeclarationChanged;
import org.answerable.responselog.LogGrew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Declarations as the entries of the log say them: the latest of each part is in force. */
final class JdbcDeclarations implements Declarations {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcDeclarations.class);

  private final Databases databases;
  private final JdbcSequencer sequencer;
  private final List<Declares> parts;
  private final ApplicationEventPublisher events;

  /** Of which organisations this process has said what it goes by. */
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /** Of which organisations it has complained. */
  private final Set<String> complained = ConcurrentHashMap.newKeySet();

  JdbcDeclarations(
      Databases databases,
      JdbcSequencer sequencer,
      List<Declares> parts,
      ApplicationEventPublisher events) {
    this.databases = databases;
    this.sequencer = sequencer;
    this.parts = List.copyOf(parts);
    this.events = events;
  }

  @Override
  public boolean settle(Organisation home, Instant now) throws SQLException {
    List<Declaration> others = notInForce(home);
    if (others.isEmpty()) {
      said.add(home.id());
      complained.remove(home.id());
      return true;
    }
    if (said.contains(home.id())) {
      complain(home, others);
      return false;
    }
    LocalDate today = home.day(now);
    if (sequencer.announce(home, now, tx -> due(tx, home, today)) > 0) {
      events.publishEvent(new LogGrew(home.id()));
    }
    said.add(home.id());
    return true;
  }

  private List<Entry> due(JdbcClient tx, Organisation home, LocalDate today) {
    return others(inForce(tx, LogStand.TABLES, home.id()), home).stream()
        .<Entry>map(one -> new DeclarationChanged(today, one.what(), one.hash(), one.published()))
        .toList();
  }

  /** What this process goes by and the log does not say, or says otherwise. */
  List<Declaration> notInForce(Organisation home) {
    return others(inForce(databases.as(Login.PUBLIC), LogStand.VIEWS, home.id()), home);
  }

  /** Whether this process said what it goes by, and another one something else since. */
  boolean isOvertaken(Organisation home) {
    return said.contains(home.id()) && !notInForce(home).isEmpty();
  }

  private List<Declaration> others(Map<What, byte[]> inForce, Organisation home) {
    return parts.stream()
        .map(part -> part.of(home))
        .filter(own -> !Arrays.equals(own.hash(), inForce.get(own.what())))
        .toList();
  }

  private static Map<What, byte[]> inForce(JdbcClient db, String schema, String organisation) {
    Map<What, byte[]> hashes = new EnumMap<>(What.class);
    ConfigurationRows.of(db, schema, organisation, DeclarationChanged.class)
        .forEach(one -> hashes.put(one.what(), one.hash()));
    return hashes;
  }

  private void complain(Organisation home, List<Declaration> others) {
    if (complained.add(home.id())) {
      LOG.error(
          "another node began later with other files: the log of {} does not say what this one goes"
              + " by ({}). It releases nothing until all nodes have the same files and were started"
              + " again",
          home.id(),
          others.stream().map(one -> one.what().word()).toList());
    }
  }
}

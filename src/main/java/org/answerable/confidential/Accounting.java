package org.answerable.confidential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Role;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.CoverSeeds;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Staging;
import org.answerable.responselog.Statement;
import org.answerable.responselog.Tree;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.VerifierKey;

/**
 * The server's part of accounting for a log: gives the focal point outside what they need, and puts
 * what they signed into the log. It can neither make nor change a statement.
 */
public final class Accounting {
  private final Organisations organisations;
  private final FocalKeys keys;
  private final StatementKeys statementKeys;
  private final Databases databases;
  private final Staging staging;
  private final Tree tree;
  private final CoverSeeds seeds;

  public Accounting(
      Organisations organisations,
      FocalKeys keys,
      StatementKeys statementKeys,
      Databases databases,
      Staging staging,
      Tree tree,
      CoverSeeds seeds) {
    this.organisations = organisations;
    this.keys = keys;
    this.statementKeys = statementKeys;
    this.databases = databases;
    this.staging = staging;
    this.tree = tree;
    this.seeds = seeds;
  }

  /** Where to account for covers of a month: the {@code info} of the seed's seal. */
  static byte[] seedPlace(String organisation, String month) {
    return ("answerable cover seed v1/" + organisation + "/" + month).getBytes(UTF_8);
  }

  /** The file to take home; empty: they have no key outside, or the log has no entry yet. */
  public Optional<byte[]> file(Leader leader) {
    Optional<FocalKey> key = outside(leader);
    long size = statementKeys.decided(leader.organisation());
    if (key.isEmpty() || size == 0) {
      return Optional.empty();
    }
    FocalKey own = key.get();
    String home = leader.organisation();
    var file =
        new AccountFile(
            home,
            size,
            own.name(),
            own.open().bytes(),
            own.wrapped(),
            sealed(home, own),
            statementKeys.slots(home),
            statementKeys.texts(home, own.name()),
            statementKeys.notes(home, own.name()));
    return Optional.of(file.bytes());
  }

  private List<AccountFile.Seed> sealed(String organisation, FocalKey key) {
    var sealed = new ArrayList<AccountFile.Seed>();
    seeds
        .known(organisation)
        .forEach(
            (month, seed) -> {
              byte[] place = seedPlace(organisation, month.toString());
              sealed.add(new AccountFile.Seed(month.toString(), key.open().seal(seed, place)));
            });
    return sealed;
  }

  private Optional<FocalKey> outside(Leader leader) {
    return keys.of(leader).filter(key -> key.role().equals(Role.FOCAL_OUTSIDE));
  }

  private Optional<Checkpoint> latest(String organisation) {
    try {
      Optional<byte[]> note = tree.checkpoint(organisation);
      return note.isEmpty()
          ? Optional.empty()
          : Optional.of(Checkpoint.of(SignedNote.parse(note.get())));
    } catch (MalformedException e) {
      throw new IllegalStateException("we signed what is no checkpoint", e);
    }
  }

  /** The letters of the key that the log believes this focal point by; empty: none yet. */
  public Optional<String> letters(Leader leader) {
    return outside(leader)
        .flatMap(key -> statementKeys.of(leader.organisation(), key.name()))
        .map(vkey -> vkey.substring(0, vkey.indexOf('+')))
        .flatMap(Statement::letters);
  }

  /** What became of a statement. */
  public enum Taken {
    DONE,
    /** It is no statement that this focal point's key has signed. */
    NOT_SIGNED,
    /** It is about another log, or another tree, or does not end with a quarter. */
    OTHER_LOG,
    /** A part of it was accounted for before. */
    OVERLAPS
  }

  /**
   * Takes what the command printed: the vkey on the first line, then the signed note. With their
   * first statement the log announces their key.
   */
  public Taken take(Leader leader, String printed, Instant now) throws SQLException {
    Optional<FocalKey> own = outside(leader);
    Optional<Checkpoint> latest = latest(leader.organisation());
    String pasted = printed.replace("\r\n", "\n").strip() + "\n";
    int line = pasted.indexOf('\n');
    if (own.isEmpty() || latest.isEmpty()) {
      return Taken.NOT_SIGNED;
    }
    try {
      VerifierKey key = VerifierKey.parse(pasted.substring(0, line).strip());
      SignedNote note = SignedNote.parse(pasted.substring(line + 1).stripLeading().getBytes(UTF_8));
      Optional<Statement> statement = Statement.parse(note.text());
      String origin = latest.get().origin();
      boolean named = key.name().equals(Statement.keyName(origin, key.spoken()));
      if (!named || statement.isEmpty() || !note.isSignedBy(key)) {
        return Taken.NOT_SIGNED;
      }
      return isOurs(leader.organisation(), origin, statement.get())
          ? add(leader.organisation(), own.get(), key, note, statement.get(), now)
          : Taken.OTHER_LOG;
    } catch (MalformedException e) {
      return Taken.NOT_SIGNED;
    }
  }

  private boolean isOurs(String organisation, String origin, Statement statement) {
    return statement.origin().equals(origin)
        && statement.size() <= statementKeys.decided(organisation)
        && statementKeys
            .quarterEnd(organisation, statement.size())
            .equals(Optional.of(statement.until()))
        && tree.head(organisation, statement.size()).equals(Optional.of(statement.head()));
  }

  private Taken add(
      String organisation,
      FocalKey own,
      VerifierKey key,
      SignedNote note,
      Statement statement,
      Instant now)
      throws SQLException {
    var today = organisations.get(organisation).day(now);
    String vkey = key.toString();
    return databases.inTransaction(
        Login.FOCAL,
        tx -> {
          var entries = new ArrayList<Entry>();
          if (statementKeys.add(tx, organisation, own.name(), vkey)) {
            entries.add(new Entry.StatementKeyAnnounced(today, vkey));
          } else if (!statementKeys.of(organisation, own.name()).equals(Optional.of(vkey))) {
            return Taken.NOT_SIGNED;
          }
          if (!statementKeys.addStatement(tx, organisation, statement.from(), statement.size())) {
            return Taken.OVERLAPS;
          }
          entries.add(new Entry.Accounted(today, new String(note.bytes(), UTF_8)));
          staging.stage(tx, organisation, entries);
          return Taken.DONE;
        });
  }
}

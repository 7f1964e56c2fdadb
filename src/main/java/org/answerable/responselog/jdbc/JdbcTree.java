package org.answerable.responselog.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Content;
import org.answerable.responselog.Tree;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.ConsistencyProof;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.Hash;
import org.answerable.tlog.InclusionProof;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.SignedNote;
import org.answerable.tlog.Tile;
import org.answerable.tlog.TileMismatchException;
import org.answerable.tlog.TiledHashes;
import org.answerable.tlog.TlogProof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree through the views that the login {@code public} may read. */
final class JdbcTree implements Tree {
  private static final Logger log = LoggerFactory.getLogger(JdbcTree.class);
  private final Databases databases;
  private final LogSigners signers;

  JdbcTree(Databases databases, LogSigners signers) {
    this.databases = databases;
    this.signers = signers;
  }

  private JdbcClient db() {
    return databases.as(Login.PUBLIC);
  }

  @Override
  public Optional<byte[]> checkpoint(String organisation) {
    return db().sql(
            """
            select note || coalesce((
              select string_agg(line, '' order by witness) from site.cosignature s
              where s.organisation = c.organisation and s.size = c.size), '')
            from site.checkpoint c where organisation = ? order by size desc limit 1
            """)
        .param(organisation)
        .query(String.class)
        .optional()
        .map(note -> note.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<byte[]> tile(String organisation, Tile tile) {
    return tiles(organisation).find(tile);
  }

  private StoredTiles tiles(String organisation) {
    return new StoredTiles(db(), LogStand.VIEWS, organisation);
  }

  @Override
  public Optional<byte[]> bundle(String organisation, EntryBundle bundle) {
    long from = bundle.index() * Tile.WIDTH;
    List<byte[]> entries =
        db().sql(
                """
                select body from site.entry
                where organisation = :organisation and index >= :from and index < :to
                  and :to <= (select max(size) from site.checkpoint where organisation = :organisation)
                order by index
                """)
            .param("organisation", organisation)
            .param("from", from)
            .param("to", from + bundle.width())
            .query((row, n) -> row.getBytes(1))
            .list();
    return entries.size() == bundle.width()
        ? Optional.of(EntryBundle.bytes(entries))
        : Optional.empty();
  }

  @Override
  public Optional<byte[]> entry(String organisation, long index) {
    return db().sql("select body from site.entry where organisation = ? and index = ?")
        .params(organisation, index)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  @Override
  public Optional<Content> content(String organisation, byte[] hash) {
    return db().sql("select salt, text from site.content where organisation = ? and hash = ?")
        .params(organisation, hash)
        .query((row, n) -> new Content(row.getBytes(1), row.getString(2)))
        .optional();
  }

  @Override
  public Optional<Hash> head(String organisation, long size) {
    return db().sql("select head from site.checkpoint where organisation = ? and size = ?")
        .params(organisation, size)
        .query((row, n) -> Hash.of(row.getBytes(1)))
        .optional();
  }

  @Override
  public boolean isErased(String organisation, byte[] hash) {
    return db().sql("select exists (select from site.erased where organisation = ? and hash = ?)")
        .params(organisation, hash)
        .query(Boolean.class)
        .single();
  }

  /** Of one checkpoint, read once: the log may grow meanwhile. */
  @Override
  public Optional<TlogProof> proof(String organisation, long index) {
    Optional<byte[]> latest = checkpoint(organisation);
    if (latest.isEmpty()) {
      return Optional.empty();
    }
    try {
      SignedNote note = SignedNote.parse(latest.get());
      Checkpoint tree = Checkpoint.of(note);
      if (index >= tree.size()) {
        return Optional.empty();
      }
      TiledHashes hashes = TiledHashes.open(tree.size(), tree.head(), tiles(organisation));
      return Optional.of(TlogProof.of(InclusionProof.prove(index, tree.size(), hashes), note));
    } catch (MalformedException | TileMismatchException e) {
      log.error("the rows of the log of {} are not what was signed: no proof", organisation);
      return Optional.empty();
    }
  }

  @Override
  public Optional<ConsistencyProof> growth(String organisation, long from, Checkpoint to) {
    try {
      TiledHashes hashes = TiledHashes.open(to.size(), to.head(), tiles(organisation));
      return Optional.of(ConsistencyProof.prove(from, to.size(), hashes));
    } catch (TileMismatchException e) {
      log.error(
          "the rows of the log of {} are not what was signed: no witness asked", organisation);
      return Optional.empty();
    }
  }

  @Override
  public String key(String organisation) {
    return LogStand.read(db(), LogStand.VIEWS, organisation)
        .map(LogStand::vkey)
        .orElseGet(
            () ->
                signers
                    .of(organisation, LogSigners.FIRST, signers.origin(organisation))
                    .verifier()
                    .toString());
  }
}

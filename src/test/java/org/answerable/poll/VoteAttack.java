package org.answerable.poll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.constituent.Constituent;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.PollKeys;

/**
 * Somebody who has the whole disk, an old copy of the database and every key that is left, and
 * knows everybody's number: of how many people do they learn what they chose, or that they voted?
 */
final class VoteAttack {
  /** Of a choice, sealed: 256 padded, and what the seal adds. */
  private static final int CHOICE_BYTES = 256 + 28;

  private static final int TAG_BYTES = 32;
  private static final int HEADERS_MOST = 16;
  private final String home;
  private final String poll;
  private final PollKeys keys;
  private final BallotBox box;

  VoteAttack(Poll poll, PollKeys keys) {
    this.home = poll.organisation();
    this.poll = poll.reference();
    this.keys = keys;
    this.box = new BallotBox(keys);
  }

  /** One kept reply. */
  record KeptReply(byte[] id, byte[] reply) {}

  /** One session. */
  record KeptSession(java.util.UUID who, byte[] state) {}

  /** By the tags of an old copy: who voted at all. */
  long byTags(List<Constituent> people, List<Ballots.SealedBallot> rows) {
    return count(
        people,
        person -> {
          byte[] tag = box.voter(home, poll, new Voter.Person(person.who()));
          return rows.stream().anyMatch(row -> Arrays.equals(row.voter(), tag));
        });
  }

  /** By the rows of an old copy. */
  long byBallots(List<Constituent> people, List<Ballots.SealedBallot> rows) {
    return count(
        people,
        person -> {
          byte[] tag = box.voter(home, poll, new Voter.Person(person.who()));
          return rows.stream()
              .filter(row -> Arrays.equals(row.voter(), tag))
              .anyMatch(row -> !box.open(home, poll, tag, row.choice()).line().isEmpty());
        });
  }

  /** How many texts could not be read, by an old copy: 0 is also what nobody can tell. */
  long invalid(List<Uncounted.SealedCounts> rows) {
    return rows.stream()
        .mapToLong(
            row -> {
              try {
                return box.open(home, poll, row.batch(), row.counts()).invalid();
              } catch (IllegalStateException | KeyRefused gone) {
                return 0;
              }
            })
        .sum();
  }

  /** By what was said back. */
  long byReplies(List<Constituent> people, List<KeptReply> rows) {
    return count(
        people, person -> rows.stream().anyMatch(row -> said(person, row).contains("Your vote")));
  }

  private String said(Constituent person, KeptReply row) {
    String place = "conversation.message/" + HexFormat.of().formatHex(row.id);
    byte[] once = opened(() -> person.key().open(row.reply, place));
    byte[] twice =
        opened(() -> person.key().open(keys.of(home, poll).open(row.reply, place), place));
    byte[] alone = opened(() -> keys.of(home, poll).open(row.reply, place));
    return Stream.of(once, twice, alone)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  /** By what sessions call the poll, or by its name. */
  long bySessions(List<Constituent> people, List<KeptSession> rows) {
    return count(
        people,
        person ->
            rows.stream()
                .filter(row -> row.who.equals(person.who()))
                .map(row -> state(person, row))
                .anyMatch(state -> state.contains(poll) || state.contains(mark(person))));
  }

  private String mark(Constituent person) {
    try {
      return box.mark(home, poll, box.voter(home, poll, new Voter.Person(person.who())));
    } catch (KeyRefused gone) {
      return "nobody knows the mark";
    }
  }

  private String state(Constituent person, KeptSession row) {
    String place = home + "/conversation.session/" + row.who;
    return new String(
        opened(() -> person.key().open(row.state, place)), StandardCharsets.ISO_8859_1);
  }

  /** By whatever bytes the database's files still hold, its write-ahead log among them. */
  long byDisk(List<Constituent> people, Path data) throws IOException {
    List<byte[]> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(Files::isRegularFile).map(VoteAttack::read).toList();
    }
    return count(
        people,
        person -> {
          byte[] tag = box.voter(home, poll, new Voter.Person(person.who()));
          return files.stream().anyMatch(file -> holds(file, tag));
        });
  }

  private boolean holds(byte[] file, byte[] tag) {
    for (int at = indexOf(file, tag, 0); at >= 0; at = indexOf(file, tag, at + 1)) {
      for (int head = 0; head < HEADERS_MOST; head++) {
        int from = at + TAG_BYTES + head;
        if (from + CHOICE_BYTES > file.length) {
          break;
        }
        byte[] choice = Arrays.copyOfRange(file, from, from + CHOICE_BYTES);
        if (opened(() -> box.open(home, poll, tag, choice).line().getBytes(StandardCharsets.UTF_8))
                .length
            > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static int indexOf(byte[] in, byte[] what, int from) {
    for (int at = from; at <= in.length - what.length; at++) {
      if (in[at] == what[0] && Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
        return at;
      }
    }
    return -1;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private interface Question {
    boolean about(Constituent person);
  }

  private static long count(List<Constituent> people, Question question) {
    return people.stream()
        .filter(
            person -> {
              try {
                return question.about(person);
              } catch (KeyRefused gone) {
                return false; // as it should be
              }
            })
        .count();
  }

  private static byte[] opened(Supplier<byte[]> seal) {
    try {
      return seal.get();
    } catch (IllegalStateException | KeyRefused other) {
      return new byte[0];
    }
  }
}

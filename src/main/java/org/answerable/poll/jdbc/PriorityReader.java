package org.answerable.poll.jdbc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.answerable.poll.PublishedPriority;
import org.answerable.poll.PublishedPriority.Answer;
import org.answerable.poll.PublishedPriority.Written;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.PublicPromise;
import org.answerable.responselog.PublicText;
import org.jspecify.annotations.Nullable;

/** What the entries about one poll say of its priorities. */
final class PriorityReader {
  private final Function<byte[], @Nullable String> texts;
  private final Map<Integer, Answer> answers = new HashMap<>();
  private final Map<Integer, Map<Written, byte[]>> hashes = new HashMap<>();
  private int wanted;
  private List<Integer> winners = List.of();
  private @Nullable LocalDate since;
  private @Nullable LocalDate due;

  /**
   * @param texts what stands beside the log, by its hash; null: it is not there, or not read
   */
  PriorityReader(Function<byte[], @Nullable String> texts) {
    this.texts = texts;
  }

  /**
   * In the order of the result.
   *
   * @param entries in their order
   */
  List<PublishedPriority> read(List<Entry> entries) {
    entries.forEach(this::take);
    LocalDate counted = since;
    LocalDate answerBy = due;
    List<PublishedPriority> all = new ArrayList<>();
    if (counted != null && answerBy != null) {
      for (int option : winners.subList(0, Math.min(wanted, winners.size()))) {
        all.add(
            new PublishedPriority(
                option,
                counted,
                answerBy,
                answers.get(option),
                hashes.getOrDefault(option, Map.of())));
      }
    }
    return all;
  }

  private void take(Entry entry) {
    switch (entry) {
      case Entry.OfPoll(LocalDate day, String reference, PollNews.Announced e) ->
          wanted = e.terms().priorities();
      case Entry.OfPoll(LocalDate day, String reference, PollNews.Tallied e) -> {
        winners = e.winners();
        since = day;
        due = e.answerBy();
      }
      case Entry.OfPoll(LocalDate day, String reference, PollNews.PriorityAnswered e) ->
          answers.put(e.option(), answer(day, reference, e));
      case Entry.CommitmentKept(LocalDate day, String reference, byte[] what, byte[] words) -> {
        change(what, before -> kept(before, day, text(words)));
        options(what).forEach(option -> note(option, Written.DONE, words));
      }
      case Entry.CommitmentMissed(LocalDate day, String reference, byte[] what, LocalDate late) ->
          change(what, before -> missed(before, day));
      default -> {}
    }
  }

  private Answer answer(LocalDate day, String reference, PollNews.PriorityAnswered e) {
    Entry.Commitment made = e.commitment();
    PublicPromise promise = null;
    note(e.option(), Written.ANSWER, e.response());
    if (made != null) {
      note(e.option(), Written.PROMISE, made.what());
      promise =
          new PublicPromise(
              reference,
              text(made.what()),
              made.ownerRole(),
              day,
              made.due(),
              null,
              null,
              null,
              true);
    }
    return new Answer(day, e.role(), e.decision(), text(e.response()), promise);
  }

  private void change(byte[] what, Function<PublicPromise, PublicPromise> change) {
    for (int option : options(what)) {
      Answer before = Objects.requireNonNull(answers.get(option), "a promise in no answer");
      PublicPromise promise = Objects.requireNonNull(before.promise(), "no promise");
      answers.put(
          option,
          new Answer(
              before.day(),
              before.role(),
              before.decision(),
              before.words(),
              change.apply(promise)));
    }
  }

  private void note(int option, Written which, byte[] hash) {
    hashes.computeIfAbsent(option, one -> new EnumMap<>(Written.class)).put(which, hash);
  }

  /** Those about which this was promised. */
  private List<Integer> options(byte[] what) {
    return hashes.entrySet().stream()
        .filter(one -> Arrays.equals(one.getValue().get(Written.PROMISE), what))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static PublicPromise kept(PublicPromise one, LocalDate day, @Nullable PublicText words) {
    return new PublicPromise(
        one.reference(),
        one.what(),
        one.ownerRole(),
        one.made(),
        one.due(),
        day,
        words,
        one.missed(),
        true);
  }

  private static PublicPromise missed(PublicPromise one, LocalDate day) {
    return new PublicPromise(
        one.reference(),
        one.what(),
        one.ownerRole(),
        one.made(),
        one.due(),
        one.kept(),
        one.words(),
        day,
        true);
  }

  private @Nullable PublicText text(byte[] hash) {
    String text = texts.apply(hash);
    return text == null ? null : new PublicText(text);
  }
}

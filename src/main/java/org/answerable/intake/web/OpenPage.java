package org.answerable.intake.web;

import java.util.ArrayList;
import java.util.List;
import org.answerable.intake.Unread;
import org.answerable.intake.words.WordLists;
import org.answerable.leader.Leader;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Role;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;

/** Makes the view of the text that is decided on, with its choices and their keys. */
record OpenPage(
    RoomWords words, Choices choices, WordLists lists, Unread unread, List<Unread.Text> texts) {
  /** Topics that have a digit of their own. */
  private static final int KEYED_TOPICS = 9;

  RoomView.Open of(ReaderForm form) {
    return new RoomView.Open(
        unread.reference(),
        unread.round(),
        words.given(unread),
        texts.stream().map(this::text).toList(),
        texts.stream()
            .flatMap(text -> MarkedText.finds(text.words(), lists.find(text.words())).stream())
            .distinct()
            .toList(),
        unread.where() == Unread.Where.ASIDE,
        unread.where() == Unread.Where.INBOX,
        topics(form),
        kinds(form),
        levels(form),
        roles(form),
        people(form));
  }

  private RoomView.Text text(Unread.Text text) {
    return new RoomView.Text(
        words.day(text.day()), MarkedText.pieces(text.words(), lists.find(text.words())));
  }

  private List<RoomView.Choice> topics(ReaderForm form) {
    var result = new ArrayList<RoomView.Choice>();
    for (Topic topic : choices.organisation().topics()) {
      int number = result.size() + 1;
      result.add(
          new RoomView.Choice(
              "topic-" + topic.id(),
              topic.id(),
              words.topic(topic.id()),
              help(topic),
              number <= KEYED_TOPICS ? Integer.toString(number) : "",
              topic.id().equals(form.topic())));
    }
    return result;
  }

  private String help(Topic topic) {
    return topic.sensitivity() == Sensitivity.S3
        ? "For the focal point alone"
        : RoomWords.kind(topic.kind())
            + ", "
            + topic.sensitivity()
            + ", "
            + words.role(topic.role());
  }

  private List<RoomView.Choice> kinds(ReaderForm form) {
    var result = new ArrayList<RoomView.Choice>();
    Kind found = unread.kind();
    if (found == Kind.PROPOSAL) {
      result.add(
          new RoomView.Choice(
              "kind", found.word(), RoomWords.kind(found), "As its sender said", key(found), true));
      return result;
    }
    String preset = found == null ? "" : found.word();
    String chosen = form.kind().isEmpty() ? preset : form.kind();
    result.add(new RoomView.Choice("kind", "", "As the topic says", "", "k", chosen.isEmpty()));
    for (Kind kind : choices.kinds()) {
      result.add(
          new RoomView.Choice(
              "kind-" + kind.word(),
              kind.word(),
              RoomWords.kind(kind),
              "",
              key(kind),
              kind.word().equals(chosen)));
    }
    return result;
  }

  private static String key(Kind kind) {
    return switch (kind) {
      case REPORT -> "r";
      case QUESTION -> "q";
      case RUMOUR -> "u";
      case REQUEST -> "e";
      case IDEA -> "i";
      case PRAISE -> "p";
      case DISTRESS -> "d";
      case THREAT -> "t";
      case PROPOSAL -> "k";
    };
  }

  /** Only up: what it has already is where they begin. */
  private List<RoomView.Choice> levels(ReaderForm form) {
    Sensitivity least = unread.sensitivity();
    var result = new ArrayList<RoomView.Choice>();
    result.add(
        new RoomView.Choice(
            "level",
            "",
            "As the topic says",
            least == Sensitivity.S0 ? "" : "And at least " + least + ", as the word lists found",
            "o",
            form.sensitivity().isEmpty()));
    if (least.compareTo(Sensitivity.S1) < 0) {
      result.add(level("S1", "May show who wrote", "w", form));
    }
    if (least.compareTo(Sensitivity.S2) < 0) {
      result.add(level("S2", "Accuses or endangers somebody", "a", form));
    }
    return result;
  }

  private static RoomView.Choice level(String name, String help, String key, ReaderForm form) {
    return new RoomView.Choice(
        "level-" + name, name, "At least " + name, help, key, name.equals(form.sensitivity()));
  }

  private List<RoomView.Choice> roles(ReaderForm form) {
    return choices.organisation().roles().stream()
        .map(role -> excluded("not-" + role.id(), role.id(), RoomWords.role(role), form))
        .toList();
  }

  private List<RoomView.Choice> people(ReaderForm form) {
    return choices.people().stream()
        .map(one -> excluded("not-" + one.account(), one.account().toString(), name(one), form))
        .toList();
  }

  private String name(Leader one) {
    var roles =
        choices.organisation().roles().stream()
            .map(Role::id)
            .filter(one.roles()::contains)
            .map(words::role)
            .toList();
    return one.name() + " (" + String.join(", ", roles) + ")";
  }

  private static RoomView.Choice excluded(String id, String value, String label, ReaderForm form) {
    return new RoomView.Choice(id, value, label, "", "", form.exclude().contains(value));
  }

  @Override
  public String toString() {
    return "OpenPage[redacted]";
  }
}

package org.answerable.feedback.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.answerable.feedback.Decision;
import org.answerable.feedback.FeedbackState;
import org.answerable.feedback.FeedbackStatus;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Topic;
import org.answerable.responselog.PublicFeedback;

/** The inbox's words for what the domain knows by name. */
record Vocabulary(Organisation organisation, LocalDate today) {
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter ANY_YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final String LANGUAGE = "en";

  /** {@code 24 Nov}; the year only where it is not this one. */
  String day(LocalDate day) {
    return (day.getYear() == today.getYear() ? THIS_YEAR : ANY_YEAR).format(day);
  }

  String days(long count) {
    return count == 1 ? "1 day" : count + " days";
  }

  String role(String id) {
    return organisation.role(id).map(role -> role.name().in(LANGUAGE)).orElse(id);
  }

  String topic(String id) {
    return id.equals(Topic.UNSORTED)
        ? "not sorted yet"
        : organisation.topic(id).map(topic -> topic.title().in(LANGUAGE)).orElse(id);
  }

  /** Built from kind and topic, never from the text. */
  String title(FeedbackState state) {
    String kind = kind(state.kind());
    return state.topic().equals(Topic.UNSORTED)
        ? kind + ", not sorted yet"
        : kind + " about " + topic(state.topic());
  }

  String decision(Decision decision) {
    return switch (decision) {
      case EXPLAINED -> "Explained";
      case THANKED -> "Thanked";
      case DONE -> "Done";
      case WILL_DO -> "Will do";
      case WILL_NOT -> "Will not";
      case REFERRED_TO -> "Referred";
      case ASKED -> "Asked back";
    };
  }

  /** The class of the mark beside the word. */
  String mark(Decision decision) {
    return switch (decision) {
      case EXPLAINED, THANKED -> "s ans";
      case DONE -> "s ok";
      case WILL_DO -> "s will";
      case WILL_NOT -> "s wont";
      case REFERRED_TO -> "s ref";
      case ASKED -> "s read";
    };
  }

  Status status(FeedbackState state) {
    if (state.isWithdrawn()) {
      return new Status("s wont", "Taken back by the member");
    }
    LocalDate due = state.due();
    if (due != null && state.isOverdue(today)) {
      return new Status("s late", "Overdue " + days(ChronoUnit.DAYS.between(due, today)));
    }
    Decision decision = state.decision();
    if (state.status() == FeedbackStatus.ANSWERED && decision != null) {
      return new Status(mark(decision), decision(decision));
    }
    return switch (state.status()) {
      case RELEASED -> new Status("s", "Not read yet");
      case ACKNOWLEDGED -> new Status("s read", "Read");
      case ASKED -> new Status("s read", "Asked back" + waiting(state));
      case ANSWERED -> new Status("s ans", "Answered");
      case CONFIRMED -> new Status("s ok", "Confirmed: the member says solved");
      case PARTLY -> new Status("s ans", "The member says solved in part");
      case DISPUTED -> new Status("s no", "Disputed: the member says not solved");
      case WITHDRAWN -> new Status("s wont", "Taken back by the member");
    };
  }

  /** As long as the clock waits. */
  private String waiting(FeedbackState state) {
    LocalDate since = state.waitsSince();
    return since == null || today.isAfter(since.plusDays(PublicFeedback.WAITS_DAYS))
        ? ""
        : ", waits for the member since " + day(since);
  }

  /** Where answers leave at once nothing is taken back. */
  boolean mayUndo() {
    return !organisation.answerWindow().isZero();
  }

  /** What became of a response on its way; never whether a phone was on. */
  String outcome(String word) {
    return switch (word) {
      case "waiting" -> "Waiting to be sent";
      case "handed_over" -> "Handed over";
      case "uncertain" -> "Uncertain whether it was sent";
      case "left" -> "Left as it is: it may not have arrived";
      case "failed" -> "Could not be sent";
      case "taken_back" -> "Taken back before it left";
      case "opted_out", "not_asked" -> "Not sent: the person asked for no texts";
      default -> throw new IllegalStateException("no outcome of delivery: " + word);
    };
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case REPORT -> "Report";
      case QUESTION -> "Question";
      case RUMOUR -> "Rumour";
      case REQUEST -> "Request";
      case IDEA -> "Idea";
      case PRAISE -> "Praise";
      case DISTRESS -> "Distress";
      case THREAT -> "Threat";
      case PROPOSAL -> "Proposal";
    };
  }

  /** A mark and a word. */
  record Status(String mark, String word) {}
}

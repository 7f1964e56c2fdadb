package org.answerable.feedback;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.answerable.delivery.Outbox;
import org.answerable.delivery.Outgoing;
import org.answerable.delivery.Phrase;
import org.answerable.intake.Source;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.Sha256;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Content;
import org.answerable.responselog.Staging;

/**
 * Lets a constituent's words become public: with their consent, after redaction, and exactly as the
 * leader saw them last. A leader chooses what is hidden, never what is said. Where anything was
 * taken out, whoever wrote it sees first what is left, and says whether that may be public; whoever
 * says nothing within {@link FeedbackLimits#SHOWN} has not agreed.
 */
public final class PublishingWords {
  private static final String BETWEEN = "\n\n";
  private final Organisations organisations;
  private final Feedbacks feedbacks;
  private final Inbox inbox;
  private final Databases databases;
  private final Sealer sealer;
  private final Staging staging;
  private final Outbox outbox;
  private final Ids ids;

  PublishingWords(
      Organisations organisations,
      Feedbacks feedbacks,
      Inbox inbox,
      Databases databases,
      Sealer sealer,
      Staging staging,
      Outbox outbox,
      Ids ids) {
    this.organisations = organisations;
    this.feedbacks = feedbacks;
    this.inbox = inbox;
    this.databases = databases;
    this.sealer = sealer;
    this.staging = staging;
    this.outbox = outbox;
    this.ids = ids;
  }

  /**
   * What a leader wants hidden.
   *
   * @param marks by {@link MarkedPart#name}; what is marked and not named is kept
   * @param also further words, hidden wherever they stand
   */
  public record Choice(Set<String> marks, List<String> also) {
    public Choice {
      marks = Set.copyOf(marks);
      also = List.copyOf(also);
    }

    @Override
    public String toString() {
      return "Choice[redacted]";
    }
  }

  /** A text of the feedback with what was found in it. */
  public record MarkedPart(int part, String text, List<Mark> marks) {
    /** The name of one of its marks within the feedback; it says where, not what. */
    public String name(Mark mark) {
      return part + "-" + mark.start() + "-" + mark.end();
    }

    @Override
    public String toString() {
      return "MarkedPart[redacted]";
    }
  }

  /** The texts of a feedback, marked. */
  public static List<MarkedPart> marked(FeedbackThread thread) {
    var result = new ArrayList<MarkedPart>();
    for (int part = 0; part < thread.parts().size(); part++) {
      String text = thread.parts().get(part).text();
      result.add(new MarkedPart(part, text, Redaction.marks(text)));
    }
    return result;
  }

  /**
   * Publishes, if the leader saw before what this choice leaves; else shows it.
   *
   * @param seal of what the leader saw: {@link Publication.Shown#seal}
   */
  public Publication publish(
      Leader leader, String reference, Choice choice, String seal, Instant now)
      throws SQLException {
    Organisation organisation = organisations.get(leader.organisation());
    for (int attempt = 0; attempt < FeedbackLimits.TRIES; attempt++) {
      var thread = inbox.read(leader, reference);
      if (thread.isEmpty()) {
        return new Publication.Unknown();
      }
      if (!thread.get().mayPublishWords()) {
        return new Publication.NotAllowed();
      }
      String words = redacted(thread.get(), choice);
      if (!sealOf(words).equals(seal)) {
        return new Publication.Shown(words, sealOf(words));
      }
      if (isShownFirst(thread.get(), words)) {
        if (show(organisation, thread.get(), words, now)) {
          return new Publication.ShownToSender();
        }
      } else if (add(organisation, thread.get(), words, now)) {
        return new Publication.Published();
      }
    }
    throw new IllegalStateException(
        "a feedback moved " + FeedbackLimits.TRIES + " times during one publication");
  }

  /** What came without a phone can't be shown to anybody: whoever entered it asked them there. */
  private static boolean isShownFirst(FeedbackThread thread, String words) {
    return thread.source() == Source.TEXT && !words.equals(whole(thread));
  }

  private static String whole(FeedbackThread thread) {
    return thread.parts().stream()
        .map(FeedbackThread.Part::text)
        .collect(Collectors.joining(BETWEEN));
  }

  private boolean show(Organisation organisation, FeedbackThread thread, String words, Instant now)
      throws SQLException {
    String home = organisation.id();
    Step step =
        new FeedbackRules(organisation)
            .wordsShown(thread.state(), thread.role(), organisation.day(now));
    UUID shown = ids.uuid();
    String until = step.day().plus(FeedbackLimits.SHOWN).toString();
    return databases.inTransaction(
        Login.INBOX,
        tx -> {
          if (!feedbacks.add(tx, step)) {
            return false;
          }
          feedbacks.addShown(tx, step, shown, sealer.seal(home, shown, words));
          outbox.add(
              tx,
              Outgoing.of(
                  Phrase.WORDS_SHOWN,
                  home,
                  thread.state().feedback(),
                  step.after().number(),
                  shown,
                  Map.of("words", words, "date", until),
                  now,
                  false));
          return true;
        });
  }

  private boolean add(Organisation organisation, FeedbackThread thread, String words, Instant now)
      throws SQLException {
    var step =
        new FeedbackRules(organisation)
            .wordsPublished(thread.state(), thread.role(), organisation.day(now));
    return databases.inTransaction(
        Login.INBOX,
        tx -> {
          if (!feedbacks.add(tx, step)) {
            return false;
          }
          var content = new Content(ids.salt(), words);
          staging.stage(
              tx, organisation.id(), Entries.wordsPublished(step, content), List.of(content));
          return true;
        });
  }

  private static String redacted(FeedbackThread thread, Choice choice) {
    var texts = new ArrayList<String>();
    for (MarkedPart part : marked(thread)) {
      var hidden =
          part.marks().stream().filter(mark -> choice.marks().contains(part.name(mark))).toList();
      texts.add(Redaction.apply(part.text(), hidden, choice.also()));
    }
    return String.join(BETWEEN, texts);
  }

  private static String sealOf(String words) {
    return HexFormat.of().formatHex(Sha256.of(words));
  }
}

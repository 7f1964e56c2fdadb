package org.answerable.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.answerable.confidential.Confided;
import org.answerable.confidential.ConfidedTexts;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Topic;
import org.answerable.platform.keys.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives texts to the focal point alone that were taken in as others are. Their report has the
 * feedback's id, so that answers find their way.
 */
@Component
public final class Confiding {
  private final ConfidedTexts texts;
  private final Sealer sealer;

  public Confiding(ConfidedTexts texts, Sealer sealer) {
    this.texts = texts;
    this.sealer = sealer;
  }

  /**
   * One text, removed from where it was in the same transaction.
   *
   * @param topic {@link Topic#UNSORTED} or null: nobody said
   * @param kind null: nobody said
   */
  public record Text(
      Released.Part part, String reference, @Nullable String topic, @Nullable Kind kind) {}

  /**
   * Opens them under the epoch's key and seals them to the focal point.
   *
   * @param now when they became the focal point's
   */
  public void add(Connection tx, List<Text> confided, Instant now) throws SQLException {
    if (!confided.isEmpty()) {
      texts.add(tx, confided.stream().map(text -> confided(text, now)).toList());
    }
  }

  private Confided confided(Text text, Instant now) {
    Released.Part part = text.part();
    byte[] plain = sealer.open(part.organisation(), part.part(), part.text());
    return new Confided(
        part.organisation(),
        part.feedback(),
        text.reference(),
        part.part(),
        part.ordinal(),
        part.day(),
        now,
        text.kind(),
        Topic.UNSORTED.equals(text.topic()) ? null : text.topic(),
        false,
        part.commitment(),
        part.salt(),
        Released.Part.innerSalt(plain),
        Released.Part.words(plain));
  }
}

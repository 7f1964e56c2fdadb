package org.answerable.responselog.jdbc;

import org.answerable.responselog.Entry;
import org.jspecify.annotations.Nullable;

/** Which published texts an entry's hashes are of, where its page shows them. */
final class EntryTexts {
  private EntryTexts() {}

  /** What the organisation says; null: nothing that the timeline shows. */
  static byte @Nullable [] words(Entry entry) {
    return switch (entry) {
      case Entry.ResponsePublished e -> e.response();
      case Entry.WordsPublished e -> e.words();
      case Entry.Correction e -> e.to();
      case Entry.CommitmentKept e -> e.words();
      case Entry.ReferralAnswered e -> e.words();
      default -> null;
    };
  }

  /** What is promised, or who was asked; null: nothing. */
  static byte @Nullable [] promise(Entry entry) {
    return switch (entry) {
      case Entry.ResponsePublished e -> promise(e);
      case Entry.CommitmentKept e -> e.what();
      case Entry.CommitmentMissed e -> e.what();
      case Entry.ReferralAnswered e -> e.body();
      case Entry.ReferralUnanswered e -> e.body();
      default -> null;
    };
  }

  private static byte @Nullable [] promise(Entry.ResponsePublished response) {
    Entry.Commitment promise = response.commitment();
    Entry.Referral referral = response.referral();
    if (promise != null) {
      return promise.what();
    }
    return referral == null ? null : referral.body();
  }
}

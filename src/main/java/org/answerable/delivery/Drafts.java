package org.answerable.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.answerable.channel.OutgoingMessage;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.HelpQuestion;
import org.answerable.constituent.KeptAnswer;
import org.answerable.constituent.Vault;
import org.answerable.constituent.Way;
import org.answerable.organisation.Organisation;
import org.answerable.platform.keys.Sealer;

/** Opens what waits in the outbox, and writes it as its person wants to get it. */
public final class Drafts {
  private static final int HALF = 4;
  private final Vault vault;
  private final Digits digits;
  private final NoticeWords notices;
  private final PhraseWords phrases;
  private final AskedBack askedBack;
  private final Sealer sealer;
  private final InstantSource clock;

  public Drafts(
      Vault vault,
      Digits digits,
      NoticeWords notices,
      PhraseWords phrases,
      AskedBack askedBack,
      Sealer sealer,
      InstantSource clock) {
    this.vault = vault;
    this.digits = digits;
    this.notices = notices;
    this.phrases = phrases;
    this.askedBack = askedBack;
    this.sealer = sealer;
    this.clock = clock;
  }

  /**
   * Words or a notice, as the person chose; words alone where no receipt leads to what they answer,
   * since nobody could ask for them.
   */
  Draft of(Leased leased, Organisation home, Way.Reach reach) {
    boolean notice = wantsNotice(home, reach) && leased.commitment().length > 0;
    String text = notice ? notice(leased, home, reach) : text(leased, home, reach);
    return new Draft(reach.who(), new OutgoingMessage(reach.address(), text), notice);
  }

  static boolean wantsNotice(Organisation home, Way.Reach reach) {
    return home.noticeOnly() || reach.settings().way() == AnswerWay.NOTICE;
  }

  /** A text of ours waits for READ, and nothing is sent. */
  void keepUnseen(Leased leased, Organisation home, Way.Reach reach) {
    keep(leased, home, reach.who(), receipt(leased), words(leased, home, reach));
  }

  /** Before it leaves: whoever answers it is understood. */
  void asks(Leased leased, Organisation home, UUID who) {
    Instant now = clock.instant();
    UUID shown = leased.phrase() == Phrase.WORDS_SHOWN ? leased.response() : null;
    var question = new HelpQuestion(leased.feedback(), receipt(leased), now, shown);
    vault.ask(home.id(), who, question, home.day(now));
  }

  /**
   * Keeps the words for READ where nothing is sent; not where no receipt leads to what they answer.
   */
  void keep(Leased leased, Organisation home, UUID who) {
    if (leased.commitment().length > 0) {
      keep(leased, home, who, receipt(leased), opened(leased));
    }
  }

  private void keep(Leased leased, Organisation home, UUID who, String receipt, String words) {
    LocalDate today = home.day(clock.instant());
    vault.keep(home.id(), who, new KeptAnswer(leased.response(), today, receipt, words));
  }

  /** The words wait for READ before the notice leaves, so that it never tells of nothing. */
  private String notice(Leased leased, Organisation home, Way.Reach reach) {
    LocalDate today = home.day(clock.instant());
    String receipt = receipt(leased);
    keep(leased, home, reach.who(), receipt, words(leased, home, reach));
    String language = reach.settings().language();
    boolean pin = reach.settings().pin() != null;
    return leased.question() && !pin
        ? askedBack.notice(language, receipt)
        : notices.of(language, receipt, pin, today.plus(KeptAnswer.KEPT));
  }

  /** Whether a question may go to them now; then what they write next is about it. */
  boolean mayAsk(Leased leased, Organisation home, Way.Reach reach) {
    return askedBack.expect(home, reach, leased.feedback(), receipt(leased), leased.response());
  }

  /** {@code 4821-9307: words}, the same in every language; a question; or the words alone. */
  private String text(Leased leased, Organisation home, Way.Reach reach) {
    String words = words(leased, home, reach);
    if (!leased.receipt() || leased.phrase() != null) {
      return words;
    }
    String receipt = receipt(leased);
    if (leased.question()) {
      return askedBack.words(reach.settings().language(), receipt, words);
    }
    return receipt.substring(0, HALF) + "-" + receipt.substring(HALF) + ": " + words;
  }

  /** What somebody wrote, or what is ours in the person's language. */
  private String words(Leased leased, Organisation home, Way.Reach reach) {
    Phrase phrase = leased.phrase();
    String text = opened(leased);
    return phrase == null
        ? text
        : phrases.of(
            phrase, home, reach.settings().language(), receipt(leased), Outgoing.values(text));
  }

  private String opened(Leased leased) {
    return sealer.openText(leased.organisation(), leased.message(), leased.text());
  }

  private String receipt(Leased leased) {
    return digits.of(leased.organisation(), leased.commitment());
  }
}

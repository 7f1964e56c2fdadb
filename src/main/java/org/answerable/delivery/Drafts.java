package org.answerable.delivery;

import java.time.InstantSource;
import java.time.LocalDate;
import org.answerable.channel.OutgoingMessage;
import org.answerable.constituent.AnswerWay;
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
  private final Sealer sealer;
  private final InstantSource clock;

  public Drafts(
      Vault vault, Digits digits, NoticeWords notices, Sealer sealer, InstantSource clock) {
    this.vault = vault;
    this.digits = digits;
    this.notices = notices;
    this.sealer = sealer;
    this.clock = clock;
  }

  /**
   * Words or a notice, as the person chose; words alone where no receipt leads to what they answer,
   * since nobody could ask for them.
   */
  Draft of(Leased leased, Organisation home, Way.Reach reach) {
    boolean asked = home.noticeOnly() || reach.settings().way() == AnswerWay.NOTICE;
    boolean notice = asked && leased.commitment().length > 0;
    String text = notice ? notice(leased, home, reach) : text(leased);
    return new Draft(reach.who(), new OutgoingMessage(reach.address(), text), notice);
  }

  /** The words wait for READ before the notice leaves, so that it never tells of nothing. */
  private String notice(Leased leased, Organisation home, Way.Reach reach) {
    LocalDate today = home.day(clock.instant());
    String receipt = digits.of(leased.organisation(), leased.commitment());
    String words = sealer.openText(leased.organisation(), leased.message(), leased.text());
    vault.keep(home.id(), reach.who(), new KeptAnswer(leased.response(), today, receipt, words));
    return notices.of(
        reach.settings().language(),
        receipt,
        reach.settings().pin() != null,
        today.plus(KeptAnswer.KEPT));
  }

  /** {@code 4821-9307: words}, the same in every language; or the words alone. */
  private String text(Leased leased) {
    String words = sealer.openText(leased.organisation(), leased.message(), leased.text());
    if (!leased.receipt()) {
      return words;
    }
    String receipt = digits.of(leased.organisation(), leased.commitment());
    return receipt.substring(0, HALF) + "-" + receipt.substring(HALF) + ": " + words;
  }
}

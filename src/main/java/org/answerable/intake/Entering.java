package org.answerable.intake;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.answerable.confidential.Confided;
import org.answerable.intake.words.Found;
import org.answerable.intake.words.WordLists;
import org.answerable.leader.Leader;
import org.answerable.organisation.Deadlines;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryStaged;
import org.answerable.responselog.Receipt;
import org.answerable.responselog.ReceiptIssued;
import org.springframework.stereotype.Component;

/**
 * Takes in what was said in person, on paper or on the phone, as if it were a text: the same word
 * lists, hold and clock. It has a receipt and no route: nobody knows how to reach who said it.
 *
 * <p>A form that is sent twice is entered once, and gives the same receipt: that is derived from
 * the form's id, which only the leader's page has.
 */
@Component
public final class Entering {
  /** Pages older than this are not sent again. */
  private static final int FORM_DAYS = 2;

  /** Of so many receipts in a row, not all are somebody's already. */
  private static final int ATTEMPTS = 5;

  private static final String UNIQUE_VIOLATION = "23505";
  private static final BigInteger RECEIPTS = BigInteger.TEN.pow(Receipt.DIGITS);

  private final Databases databases;
  private final EnteredForms forms;
  private final EnteredEffects effects;
  private final WordLists lists;
  private final RootKey key;
  private final Ids ids;

  Entering(
      Databases databases,
      EnteredForms forms,
      EnteredEffects effects,
      WordLists lists,
      RootKey key,
      Ids ids) {
    this.databases = databases;
    this.forms = forms;
    this.effects = effects;
    this.lists = lists;
    this.key = key;
    this.ids = ids;
  }

  /**
   * Enters it, once.
   *
   * @param form the id of the page that it was typed on
   */
  public Entered enter(
      Organisation home, Leader leader, UUID form, EnteredFeedback told, Instant now)
      throws SQLException {
    String name = home.id() + "\n" + leader.account() + "\n" + form;
    for (int attempt = 0; ; attempt++) {
      try {
        int tried = attempt;
        return databases.inTransaction(Login.INTAKE, tx -> enter(tx, home, name, tried, told, now));
      } catch (SQLException e) {
        // the receipt is somebody else's: the next one
        if (!UNIQUE_VIOLATION.equals(e.getSQLState()) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Entered enter(
      Connection tx, Organisation home, String form, int attempt, EnteredFeedback told, Instant now)
      throws SQLException {
    LocalDate today = home.day(now);
    Found found = lists.find(told.words());
    boolean confidential = sensitivity(home, told, found) == Sensitivity.S3;
    forms.forget(tx, home.id(), today.minusDays(FORM_DAYS));
    byte[] formId = key.derive("entered form\n" + form);
    Optional<EnteredForms.Before> before = forms.remember(tx, home.id(), formId, attempt, today);
    if (before.isPresent()) {
      LocalDate day = before.get().day();
      String receipt = receipt(form, before.get().attempt());
      return new Entered(receipt, due(home, day), confidential, true);
    }
    String receipt = receipt(form, attempt);
    var text =
        new CommittedText(
            home.id(), ids.uuid(), ids.reference(), told.words(), ids.salt(), ids.salt());
    if (confidential) {
      effects.write(tx, confided(home, told, found, text, now));
    } else {
      give(tx, home, told, found, text, now);
    }
    effects.write(
        tx, new EntryStaged(home.id(), text.part(), new Entry.Committed(today, text.commitment())));
    effects.write(
        tx,
        new ReceiptIssued(
            home.id(), receipt, text.commitment(), ids.salt(), today, due(home, today)));
    return new Entered(receipt, due(home, today), confidential, false);
  }

  private void give(
      Connection tx,
      Organisation home,
      EnteredFeedback told,
      Found found,
      CommittedText text,
      Instant now)
      throws SQLException {
    UUID feedback = ids.uuid();
    LocalDate today = home.day(now);
    Long holdSlot = home.slotAfterHold(now);
    effects.write(
        tx,
        new FeedbackGiven(
            home.id(),
            feedback,
            today,
            text,
            holdSlot,
            told.source(),
            found.sensitivity(),
            told.proposal() ? Kind.PROPOSAL : found.kind(),
            null));
    boolean consent = told.consent() && sensitivity(home, told, found).isPublic();
    effects.write(
        tx,
        new FeedbackDetailed(
            home.id(), ids.uuid(), feedback, 1, told.topic(), consent, null, false));
  }

  private Confided confided(
      Organisation home, EnteredFeedback told, Found found, CommittedText text, Instant now) {
    return new Confided(
        home.id(),
        ids.uuid(),
        text.reference(),
        text.part(),
        0,
        home.day(now),
        now,
        found.kind(),
        told.topic(),
        found.isDanger(),
        text.commitment(),
        text.salt(),
        text.innerSalt(),
        text.text());
  }

  private static Sensitivity sensitivity(Organisation home, EnteredFeedback told, Found found) {
    String topic = told.topic();
    return home.sensitivity(found.sensitivity(), topic == null ? Topic.UNSORTED : topic);
  }

  /** As in the receipt of a text: the longest time, which only becomes shorter. */
  private static LocalDate due(Organisation home, LocalDate day) {
    return new Deadlines(home).longest(day);
  }

  /** {@code HKDF(root key, form, attempt) mod 10^8}: of 32 bytes, so no digits are likelier. */
  private String receipt(String form, int attempt) {
    byte[] derived = key.derive("entered receipt\n" + form + "\n" + attempt);
    return String.format(Locale.ROOT, "%08d", new BigInteger(1, derived).mod(RECEIPTS));
  }
}

package org.answerable.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.answerable.channel.Manner;
import org.answerable.testing.TelegramUpdates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateReaderTest {
  private static final long CHAT = 700_555_123L;
  private static final long GROUP = -100_700_555L;
  private final TelegramUpdates people = new TelegramUpdates();

  @Test
  void aTextHasItsChatAndItsNumber() {
    var one = people.text(CHAT, "no syrup 😀 \"mto\"");
    Update.Said said = said(one);
    assertThat(said.id()).isEqualTo(one.id());
    assertThat(said.chat()).isEqualTo(CHAT);
    assertThat(said.name()).isEqualTo(Long.toString(one.message()));
    assertThat(said.text()).isEqualTo("no syrup 😀 \"mto\"");
    assertThat(said.manner()).isEqualTo(new Manner.Wrote());
    assertThat(said.toString()).doesNotContain("syrup", "700");
  }

  @ParameterizedTest
  @CsvSource({
    "/help, help",
    "/HELP@stand_in_bot, HELP",
    "/status 4821-9307, status 4821-9307",
    "/status@stand_in_bot 4821-9307, status 4821-9307",
    "/ no syrup, / no syrup",
    "/été, /été",
    "9/10 waited, 9/10 waited"
  })
  void aCommandIsItsWord(String written, String text) {
    assertThat(said(people.text(CHAT, written)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/start", "/start@stand_in_bot", "/start nurse-halima", "/Start x\ny"})
  void startBeginsAndWhatItCarriesIsDropped(String written) {
    Update.Said said = said(people.text(CHAT, written));
    assertThat(said.manner()).isEqualTo(new Manner.Began());
    assertThat(said.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "photo",
        "voice",
        "audio",
        "video",
        "video_note",
        "sticker",
        "animation",
        "document",
        "location",
        "venue",
        "contact",
        "poll",
        "dice",
        "story",
        "something_new"
      })
  void whatHasNoWordsIsKnownAndNotRead(String kind) {
    Update.Said said = said(people.thing(CHAT, kind, ""));
    assertThat(said.manner()).isEqualTo(new Manner.Wordless());
    assertThat(said.text()).isEmpty();
  }

  @Test
  void wordsUnderAPictureAreATextOfTheirOwn() {
    Update.Said said = said(people.thing(CHAT, "photo", "the empty shelf"));
    assertThat(said.manner()).isEqualTo(new Manner.Captioned());
    assertThat(said.text()).isEqualTo("the empty shelf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pinned_message", "message_auto_delete_timer_changed"})
  void whatTelegramItselfWritesIsNobodysText(String kind) {
    assertThat(read(people.thing(CHAT, kind, "").json())).isInstanceOf(Update.Nothing.class);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1800, true", "1801, false", "90000, false"})
  void anEditKnowsWhetherItCameSoonAndHasANameOfItsOwn(long seconds, boolean soon) {
    var edit = people.edit(CHAT, 77, "no syrup at kilima", seconds);
    Update.Said said = said(edit);
    assertThat(said.manner()).isEqualTo(new Manner.Edited(soon, "77"));
    assertThat(said.name()).isEqualTo("77e" + edit.id());
    assertThat(said(people.edit(CHAT, 77, "x", seconds)).name()).isNotEqualTo(said.name());
  }

  @Test
  void aChangeThatIsNoEditIsNothing() {
    String edit =
        people.edit(CHAT, 77, "no syrup", 5).json().replaceFirst(",\"edit_date\":\\d+", "");
    assertThat(read(edit)).isInstanceOf(Update.Nothing.class);
  }

  @Test
  void aButtonIsTheNumberOnItUnderItsQuestion() {
    Update.Said said = said(people.press(CHAT, 88, "3.AbC-_123"));
    assertThat(said.text()).isEqualTo("3");
    assertThat(said.manner()).isEqualTo(new Manner.Pressed("AbC-_123"));
    assertThat(said.press()).isNotNull();
    assertThat(said.name()).isEqualTo(said.press() == null ? "" : said.press().callback());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "x.y", "3.", "300.AbC", "3.AbC d", "3.AAAAAAAAAAAAAAAAAAAAAAA"})
  void aButtonThatIsNotOursIsOfNoQuestion(String data) {
    Update.Said said = said(people.press(CHAT, 88, data));
    assertThat(said.text()).isEmpty();
    assertThat(said.manner()).isEqualTo(new Manner.Pressed(""));
  }

  @Test
  void whoeverStopsTheBotHasLeftAndMayReturn() {
    assertThat(said(people.member(CHAT, "kicked")).manner()).isEqualTo(new Manner.Left());
    assertThat(said(people.member(CHAT, "member")).manner()).isEqualTo(new Manner.Returned());
  }

  @Test
  void nothingIsHeardInGroups() {
    assertThat(read(people.text(GROUP, "hello all").json()))
        .isInstanceOfSatisfying(
            Update.Elsewhere.class, group -> assertThat(group.chat()).isEqualTo(GROUP));
    assertThat(read(people.member(GROUP, "member").json())).isInstanceOf(Update.Elsewhere.class);
    assertThat(read(people.member(GROUP, "administrator").json()))
        .isInstanceOf(Update.Elsewhere.class);
    assertThat(read(people.member(GROUP, "left").json())).isInstanceOf(Update.Nothing.class);
    assertThat(read(people.member(GROUP, "kicked").json())).isInstanceOf(Update.Nothing.class);
  }

  @Test
  void whatOthersWroteBeforeIsNotThePersonsText() {
    String reply =
        people
            .text(CHAT, "yes")
            .json()
            .replace(
                "\"text\":\"yes\"",
                "\"text\":\"yes\",\"reply_to_message\":{\"message_id\":1,\"chat\":{\"id\":-5,"
                    + "\"type\":\"group\"},\"text\":\"no\"}");
    Update.Said said = (Update.Said) read(reply);
    assertThat(said.text()).isEqualTo("yes");
    assertThat(said.chat()).isEqualTo(CHAT);
  }

  @Test
  void whatTheLibraryWouldNotUnderstandKeepsNoTextAway() {
    String odd =
        people
            .text(CHAT, "yes")
            .json()
            .replace("\"text\":\"yes\"", "\"text\":\"yes\",\"entities\":7,\"quote\":[{}]");
    assertThat(((Update.Said) read(odd)).text()).isEqualTo("yes");
  }

  @Test
  void kindsThatNobodyAskedForAreNothing() {
    assertThat(read("{\"update_id\":7,\"poll\":{\"id\":\"3\"}}")).isEqualTo(new Update.Nothing(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"update_id\":7,\"message\":5}",
        "{\"update_id\":7,\"message\":{}}",
        "{\"update_id\":7,\"message\":{\"message_id\":1,\"chat\":{\"id\":\"5\",\"type\":\"private\"},\"text\":\"a\"}}",
        "{\"update_id\":7,\"message\":{\"message_id\":1,\"chat\":{\"id\":99999999999999999999,\"type\":\"private\"},\"text\":\"a\"}}",
        "{\"update_id\":7,\"message\":{\"message_id\":1,\"chat\":{\"id\":5,\"type\":\"private\"},\"text\":{\"a\":[1]}}}",
        "{\"update_id\":7,\"message\":{\"chat\":{\"id\":5,\"type\":\"private\"},\"text\":\"a\"}}",
        "{\"update_id\":7,\"callback_query\":{\"id\":\"1\",\"data\":\"1.a\"}}"
      })
  void whatIsOddKeepsItsNumber(String json) {
    assertThat(read(json)).isEqualTo(new Update.Unreadable(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "7", "\"a\"", "{", "{\"update_id\":7", "{\"update_id\":7}}", "nul"})
  void whatIsNoObjectIsNothingAtAll(String json) {
    assertThat(UpdateReader.read(json.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void eachOfSeveralIsReadByItself() {
    String good = people.text(CHAT, "é😀").json();
    String odd = "{\"update_id\":8,\"message\":[{\"chat\":{}}]}";
    String body = "{\"ok\":true,\"x\":[{}],\"result\":[%s, %s ,%s]}".formatted(good, odd, good);
    var updates = UpdateReader.each(((Answer.Done) Answer.of(body)).result());
    assertThat(updates).hasSize(3);
    assertThat(updates.get(1)).isEqualTo(new Update.Unreadable(8));
    assertThat(((Update.Said) updates.get(2)).text()).isEqualTo("é😀");
  }

  private static Update.Said said(TelegramUpdates.One one) {
    return (Update.Said) read(one.json());
  }

  private static Update read(String json) {
    return UpdateReader.read(json.getBytes(UTF_8)).orElseThrow();
  }
}

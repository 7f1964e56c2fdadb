package org.answerable.conversation;

import java.util.Map;
import org.answerable.constituent.AlsoForgotten;
import org.answerable.conversation.decision.Flows;
import org.answerable.conversation.decision.Phrases;
import org.answerable.conversation.decision.SentQuestion;
import org.answerable.delivery.Digits;
import org.answerable.delivery.NoticeWords;
import org.answerable.delivery.PhraseWords;
import org.answerable.poll.Voting;
import org.answerable.responselog.Receipt;
import org.answerable.responselog.ReceiptDigits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets delivery name a receipt without knowing the log, and say so in the flows' own words. */
@Configuration(proxyBeanMethods = false)
class DeliveryWiring {
  @Bean
  Digits digits(ReceiptDigits receipts) {
    return receipts::of;
  }

  /** Whoever is forgotten takes their vote along, also where nobody wrote FORGET. */
  @Bean
  AlsoForgotten liveBallots(Voting voting) {
    return voting::forget;
  }

  @Bean
  NoticeWords noticeWords(Flows flows) {
    return (language, receipt, pin, until) ->
        flows
            .texts()
            .say(
                pin ? "notice-pin" : "answer-notice",
                language,
                Map.of("code", Receipt.shown(receipt), "date", flows.texts().day(until, language)));
  }

  @Bean
  PhraseWords phraseWords(Flows flows, Phrases phrases) {
    return (phrase, home, language, receipt, values) ->
        switch (phrase) {
          case HELPED ->
              SentQuestion.helped(flows.engine())
                  .text(phrases.about(home, language, receipt, values));
          case WORDS_SHOWN ->
              SentQuestion.wordsShown(flows.engine())
                  .text(phrases.about(home, language, receipt, values));
          case PROMISED, PROMISE_KEPT, PROMISE_MISSED, REFERRED, BODY_ANSWERED, BODY_SILENT ->
              flows
                  .texts()
                  .say(
                      phrase.word().replace(' ', '-'),
                      language,
                      phrases.about(home, language, receipt, values).values());
        };
  }
}

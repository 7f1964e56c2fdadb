package org.answerable.feedback;

import java.security.SecureRandom;
import org.answerable.delivery.Doubts;
import org.answerable.delivery.Mutes;
import org.answerable.delivery.Outbox;
import org.answerable.intake.Released;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.SealedColumn;
import org.answerable.platform.keys.SealedColumns;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.PublicLog;
import org.answerable.responselog.PublicStatement;
import org.answerable.responselog.Staging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedbackConfig {
  @Bean
  SealedColumns sealedInFeedback(Sealer sealer) {
    return SealedColumns.of(
        SealedColumn.ofTexts(sealer, "feedback.part", "part", Released.Part.SALT_BYTES),
        SealedColumn.ofTexts(sealer, "feedback.response", "response"),
        SealedColumn.ofTexts(sealer, "feedback.commitment", "response"),
        SealedColumn.ofTexts(sealer, "feedback.kept", "response"),
        SealedColumn.ofTexts(sealer, "feedback.note", "note"),
        SealedColumn.ofTexts(sealer, "feedback.shown", "shown"));
  }

  @Bean
  Inbox inbox(
      Organisations organisations,
      Feedbacks feedbacks,
      Databases databases,
      Sealer sealer,
      Staging staging,
      Ids ids) {
    return new Inbox(organisations, feedbacks, databases, sealer, staging, ids);
  }

  @Bean
  Responding responding(
      Organisations organisations,
      Feedbacks feedbacks,
      Databases databases,
      Sealer sealer,
      Staging staging,
      Outbox outbox,
      Ids ids) {
    return new Responding(
        organisations, feedbacks, databases, sealer, staging, outbox, ids, new SecureRandom());
  }

  @Bean
  Stating stating(
      Organisations organisations,
      Databases databases,
      Staging staging,
      PublicStatement.All statements,
      Ids ids) {
    return new Stating(organisations, databases, staging, statements, ids);
  }

  @Bean
  KeepingPromises keepingPromises(
      Organisations organisations,
      Inbox inbox,
      Feedbacks feedbacks,
      Promises promises,
      Databases databases,
      Sealer sealer,
      Staging staging,
      Outbox outbox,
      Ids ids) {
    return new KeepingPromises(
        organisations, inbox, feedbacks, promises, databases, sealer, staging, outbox, ids);
  }

  @Bean
  TakingBack takingBack(
      Organisations organisations,
      Inbox inbox,
      Feedbacks feedbacks,
      Databases databases,
      Outbox outbox) {
    return new TakingBack(organisations, inbox, feedbacks, databases, outbox);
  }

  @Bean
  UncertainResponses uncertainResponses(Inbox inbox, Doubts doubts, Databases databases) {
    return new UncertainResponses(inbox, doubts, databases);
  }

  @Bean
  MutingSender mutingSender(
      Organisations organisations,
      Inbox inbox,
      Feedbacks feedbacks,
      Mutes mutes,
      Databases databases,
      Sealer sealer,
      Ids ids) {
    return new MutingSender(organisations, inbox, feedbacks, mutes, databases, sealer, ids);
  }

  @Bean
  Amending amending(
      Organisations organisations,
      Inbox inbox,
      Feedbacks feedbacks,
      Amendments amendments,
      PublicLog log,
      Databases databases,
      Staging staging,
      Ids ids) {
    return new Amending(organisations, inbox, feedbacks, amendments, log, databases, staging, ids);
  }

  @Bean
  PublishingWords publishingWords(
      Organisations organisations,
      Feedbacks feedbacks,
      Inbox inbox,
      Databases databases,
      Sealer sealer,
      Staging staging,
      Outbox outbox,
      Ids ids) {
    return new PublishingWords(
        organisations, feedbacks, inbox, databases, sealer, staging, outbox, ids);
  }
}

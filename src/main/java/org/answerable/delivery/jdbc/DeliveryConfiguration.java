package org.answerable.delivery.jdbc;

import java.time.InstantSource;
import org.answerable.channel.Channels;
import org.answerable.channel.Inbound;
import org.answerable.constituent.Vault;
import org.answerable.delivery.AskedBack;
import org.answerable.delivery.BacklogGauges;
import org.answerable.delivery.Deliveries;
import org.answerable.delivery.Delivery;
import org.answerable.delivery.DeliveryLoop;
import org.answerable.delivery.Digits;
import org.answerable.delivery.Doubts;
import org.answerable.delivery.Drafts;
import org.answerable.delivery.KeptAnswers;
import org.answerable.delivery.Mutes;
import org.answerable.delivery.Muting;
import org.answerable.delivery.NoticeWords;
import org.answerable.delivery.Notices;
import org.answerable.delivery.OldDoubts;
import org.answerable.delivery.Outbox;
import org.answerable.delivery.PhraseWords;
import org.answerable.delivery.Queues;
import org.answerable.delivery.Telling;
import org.answerable.delivery.TextsAgain;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.TimedWork;
import org.answerable.platform.keys.SealedColumn;
import org.answerable.platform.keys.SealedColumns;
import org.answerable.platform.keys.Sealer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
  @Bean
  SealedColumns sealedInDelivery(Sealer sealer) {
    return SealedColumns.of(SealedColumn.ofTexts(sealer, "delivery.outbox", "message"));
  }

  @Bean
  Outbox outbox(Sealer sealer, Ids ids) {
    return new JdbcOutbox(sealer, ids);
  }

  @Bean
  Deliveries deliveries(Databases databases) {
    return new JdbcDeliveries(databases);
  }

  @Bean
  Drafts drafts(
      @Qualifier("deliveryVault") Vault vault,
      Digits digits,
      NoticeWords notices,
      PhraseWords phrases,
      AskedBack askedBack,
      Sealer sealer,
      InstantSource clock) {
    return new Drafts(vault, digits, notices, phrases, askedBack, sealer, clock);
  }

  @Bean
  Delivery delivery(
      Deliveries deliveries,
      @Qualifier("deliveryVault") Vault vault,
      Drafts drafts,
      Channels channels,
      Organisations organisations,
      InstantSource clock) {
    return new Delivery(deliveries, vault, drafts, channels, organisations, clock);
  }

  @Bean
  Telling telling(Delivery delivery) {
    return delivery.telling();
  }

  @Bean
  BacklogGauges backlogGauges(Deliveries deliveries, InstantSource clock) {
    return new BacklogGauges(deliveries, clock);
  }

  @Bean
  Doubts doubts() {
    return new JdbcDoubts();
  }

  @Bean
  JdbcQueues queues(
      Databases databases,
      Organisations organisations,
      Sealer sealer,
      Ids ids,
      InstantSource clock) {
    return new JdbcQueues(databases, organisations, sealer, ids, clock);
  }

  @Bean
  TextsAgain textsAgain(Queues queues, ObjectProvider<Inbound> inbound, Channels channels) {
    return new TextsAgain(queues, inbound::getObject, channels);
  }

  @Bean
  TimedWork oldDoubts(Deliveries deliveries, Queues queues, InstantSource clock) {
    return new OldDoubts(deliveries, queues, clock).timer();
  }

  @Bean
  Mutes mutes(Databases databases) {
    return new JdbcMutes(databases);
  }

  @Bean
  TimedWork muting(Mutes mutes, @Qualifier("deliveryVault") Vault vault) {
    return new Muting(mutes, vault).timer();
  }

  @Bean
  TimedWork keptAnswers(
      Organisations organisations, @Qualifier("deliveryVault") Vault vault, InstantSource clock) {
    return new KeptAnswers(organisations, vault, clock).timer();
  }

  @Bean
  Notices notices(Channels channels) {
    return new Notices(channels);
  }

  @Bean
  DeliveryLoop deliveryLoop(Delivery delivery) {
    return new DeliveryLoop(delivery);
  }
}

package org.answerable.responselog.jdbc;

import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.BegunAnew;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.CoverSeeds;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.SealedColumns;
import org.answerable.responselog.Closing;
import org.answerable.responselog.Cosignatures;
import org.answerable.responselog.LogGrew;
import org.answerable.responselog.OwnReceipts;
import org.answerable.responselog.ReceiptDigits;
import org.answerable.responselog.Receipts;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Staging;
import org.answerable.responselog.Tree;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the log. */
@Configuration(proxyBeanMethods = false)
class ResponseLogConfig {
  @Bean
  Staging staging(Ids ids) {
    return new JdbcStaging(ids);
  }

  @Bean
  Closing closing(Databases databases, Staging staging) {
    return new JdbcClosing(databases, staging);
  }

  @Bean
  LogSigners logSigners(RootKey root, AnswerableProperties properties) {
    return new LogSigners(root, properties.publicUrl());
  }

  @Bean
  Continuity continuity(LogSigners signers, AnswerableProperties properties, BegunAnew anew) {
    var noted = new NotedCheckpoints(properties.keysDir());
    return new Continuity(signers, noted, anew.organisations());
  }

  @Bean
  CoverSeeds coverSeeds(AnswerableProperties properties, RootKey root) {
    return new CoverSeeds(properties.keysDir(), root);
  }

  @Bean
  SlotCovers slotCovers(AnswerableProperties properties, CoverSeeds seeds) {
    return new SlotCovers(seeds, properties.demo());
  }

  @Bean
  Sequencer sequencer(
      Databases databases,
      Continuity continuity,
      SlotCovers covers,
      ApplicationEventPublisher events) {
    var sequencer = new JdbcSequencer(databases, continuity, covers);
    return (organisation, now) -> {
      int appended = sequencer.sequence(organisation, now);
      if (appended > 0) {
        events.publishEvent(new LogGrew(organisation.id()));
      }
      return appended;
    };
  }

  @Bean
  Tree tree(Databases databases, LogSigners signers) {
    return new JdbcTree(databases, signers);
  }

  @Bean
  Cosignatures cosignatures(Databases databases) {
    return new JdbcCosignatures(databases);
  }

  @Bean
  ReceiptHash receiptHash(RootKey root) {
    return new ReceiptHash(root);
  }

  @Bean
  Receipts receipts(Databases databases, ReceiptHash hash) {
    return new JdbcReceipts(databases, hash);
  }

  @Bean
  SealedColumns sealedInLog(EpochKeys keys) {
    return SealedColumns.of(ReceiptIssuedWriter.digits(keys));
  }

  @Bean
  OwnReceipts ownReceipts(ReceiptHash hash) {
    return new JdbcOwnReceipts(hash);
  }

  @Bean
  ReceiptDigits receiptDigits(Databases databases, EpochKeys keys) {
    return new JdbcReceiptDigits(databases, keys);
  }

  @Bean
  ReceiptIssuedWriter receiptIssuedWriter(ReceiptHash hash, EpochKeys keys) {
    return new ReceiptIssuedWriter(hash, keys);
  }

  @Bean
  EntryStagedWriter entryStagedWriter() {
    return new EntryStagedWriter();
  }
}

package org.answerable.responselog.jdbc;

import java.util.List;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.BegunAnew;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.CoverSeeds;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.SealedColumns;
import org.answerable.platform.web.StandingNotices;
import org.answerable.responselog.Closing;
import org.answerable.responselog.Cosignatures;
import org.answerable.responselog.DeclaredRules;
import org.answerable.responselog.Declares;
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
import org.springframework.context.annotation.Primary;

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
  JdbcSequencer jdbcSequencer(Databases databases, Continuity continuity, SlotCovers covers) {
    return new JdbcSequencer(databases, continuity, covers);
  }

  @Bean
  @Primary
  Sequencer sequencer(JdbcSequencer sequencer, ApplicationEventPublisher events) {
    return (organisation, now) -> {
      int appended = sequencer.sequence(organisation, now);
      if (appended > 0) {
        events.publishEvent(new LogGrew(organisation.id()));
      }
      return appended;
    };
  }

  @Bean
  Declares declaredDeadlines() {
    return DeclaredRules::deadlines;
  }

  @Bean
  Declares declaredRouting() {
    return DeclaredRules::routing;
  }

  @Bean
  JdbcDeclarations declarations(
      Databases databases,
      JdbcSequencer sequencer,
      List<Declares> parts,
      ApplicationEventPublisher events) {
    return new JdbcDeclarations(databases, sequencer, parts, events);
  }

  @Bean
  StandingNotices declarationsNotice(JdbcDeclarations declarations, Organisations organisations) {
    return new DeclarationsNotice(declarations, organisations);
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

package org.answerable.confidential.jdbc;

import java.time.InstantSource;
import org.answerable.confidential.AccountNotes;
import org.answerable.confidential.Accounting;
import org.answerable.confidential.AlarmSender;
import org.answerable.confidential.Alarms;
import org.answerable.confidential.ConfidedTexts;
import org.answerable.confidential.FocalKeys;
import org.answerable.confidential.FocalPoints;
import org.answerable.confidential.OutsideKey;
import org.answerable.confidential.Reports;
import org.answerable.confidential.StatementKeys;
import org.answerable.delivery.Doubts;
import org.answerable.delivery.Notices;
import org.answerable.delivery.Outbox;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.CoverSeeds;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.SealedColumn;
import org.answerable.platform.keys.SealedColumns;
import org.answerable.platform.keys.Sealer;
import org.answerable.platform.web.PageTexts;
import org.answerable.responselog.Closing;
import org.answerable.responselog.Staging;
import org.answerable.responselog.Tree;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what is confided. */
@Configuration(proxyBeanMethods = false)
class ConfidentialConfig {
  @Bean
  SealedColumns sealedInConfidence(Sealer sealer, EpochKeys keys) {
    return SealedColumns.of(
        SealedColumn.ofTexts(sealer, "confidential.waiting", "text").orItsRowGoes(),
        JdbcAlarms.ways(keys));
  }

  @Bean
  AccountNotes accountNotes(Ids ids) {
    return new JdbcAccountNotes(ids);
  }

  @Bean
  ConfidedInsert confidedInsert(Sealer sealer, Ids ids) {
    return new ConfidedInsert(sealer, ids);
  }

  @Bean
  StatementKeys statementKeys(Databases databases) {
    return new JdbcStatementKeys(databases);
  }

  @Bean
  Accounting accounting(
      Organisations organisations,
      FocalKeys keys,
      StatementKeys statementKeys,
      Databases databases,
      Staging staging,
      Tree tree,
      CoverSeeds seeds) {
    return new Accounting(organisations, keys, statementKeys, databases, staging, tree, seeds);
  }

  @Bean
  ConfidedWriter confidedWriter(ConfidedInsert insert) {
    return new ConfidedWriter(insert);
  }

  @Bean
  ConfidedTexts confidedTexts(ConfidedInsert insert, Closing closing) {
    return new JdbcConfidedTexts(insert, closing);
  }

  @Bean
  FocalKeys focalKeys(Databases databases, Sealer sealer, Staging staging) {
    return new JdbcFocalKeys(databases, sealer, staging);
  }

  @Bean
  OutsideKey outsideKey(FocalKeys keys, InstantSource clock) {
    return new OutsideKey(keys, clock);
  }

  @Bean
  Reports reports(Databases databases) {
    return new JdbcReports(databases);
  }

  @Bean
  Alarms alarms(Databases databases, EpochKeys keys, Ids ids) {
    return new JdbcAlarms(databases, keys, ids);
  }

  @Bean
  AlarmSender alarmSender(
      Alarms alarms, Notices notices, Organisations organisations, InstantSource clock) {
    return new AlarmSender(
        alarms,
        notices,
        organisations,
        language -> PageTexts.in(language).get("alarm.look"),
        clock);
  }

  @Bean
  FocalPoints focalPoints(
      Organisations organisations,
      Databases databases,
      FocalKeys keys,
      Reports reports,
      Alarms alarms,
      Outbox outbox,
      Doubts doubts) {
    return new FocalPoints(organisations, databases, keys, reports, alarms, outbox, doubts);
  }
}

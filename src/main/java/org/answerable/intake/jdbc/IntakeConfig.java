package org.answerable.intake.jdbc;

import java.security.SecureRandom;
import org.answerable.confidential.ConfidedTexts;
import org.answerable.intake.Confiding;
import org.answerable.intake.Release;
import org.answerable.intake.ReleaseTarget;
import org.answerable.intake.Slots;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Staging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires release and slots. */
@Configuration(proxyBeanMethods = false)
class IntakeConfig {
  @Bean
  Release release(
      Databases databases,
      EpochKeys keys,
      Staging staging,
      ReleaseTarget target,
      ConfidedTexts confided,
      Confiding confiding) {
    return new JdbcRelease(
        databases, keys, staging, target, confided, confiding, new SecureRandom());
  }

  @Bean
  Slots slots(Release release, Sequencer sequencer) {
    return new Slots(release, sequencer);
  }
}

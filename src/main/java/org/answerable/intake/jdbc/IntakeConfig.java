package org.answerable.intake.jdbc;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.answerable.confidential.AccountNotes;
import org.answerable.confidential.ConfidedTexts;
import org.answerable.intake.Confiding;
import org.answerable.intake.Release;
import org.answerable.intake.ReleaseTarget;
import org.answerable.intake.Released;
import org.answerable.intake.Slots;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.SealedColumn;
import org.answerable.platform.keys.SealedColumns;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Declarations;
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
      Confiding confiding,
      AccountNotes notes,
      EchoRows echoes) {
    return new JdbcRelease(
        databases, keys, staging, target, confided, confiding, notes, echoes, new SecureRandom());
  }

  @Bean
  SealedColumns sealedInIntake(Sealer sealer, EpochKeys keys) {
    var hold = new Hold(keys);
    return SealedColumns.of(
        SealedColumn.ofTexts(sealer, "intake.part", "part", Released.Part.SALT_BYTES),
        new SealedColumn(
            "intake.given",
            "hold",
            "feedback",
            (organisation, feedback, value) -> hold.again(organisation, (UUID) feedback, value),
            // what nobody can tell to wait for is not waited for
            (organisation, feedback) -> List.of(new SealedColumn.Value("hold", null))));
  }

  @Bean
  Slots slots(Release release, Sequencer sequencer, EchoRows echoes, Declarations declarations) {
    return new Slots(release, sequencer, echoes, declarations);
  }
}

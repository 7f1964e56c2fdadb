package org.answerable.confidential.jdbc;

import org.answerable.confidential.ConfidedTexts;
import org.answerable.platform.Ids;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Closing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what is confided. */
@Configuration(proxyBeanMethods = false)
class ConfidentialConfig {
  @Bean
  ConfidedInsert confidedInsert(Sealer sealer, Ids ids) {
    return new ConfidedInsert(sealer, ids);
  }

  @Bean
  ConfidedWriter confidedWriter(ConfidedInsert insert) {
    return new ConfidedWriter(insert);
  }

  @Bean
  ConfidedTexts confidedTexts(ConfidedInsert insert, Closing closing) {
    return new JdbcConfidedTexts(insert, closing);
  }
}

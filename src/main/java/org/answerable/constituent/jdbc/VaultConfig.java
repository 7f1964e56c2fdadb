package org.answerable.constituent.jdbc;

import org.answerable.constituent.Vault;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EpochKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The vault twice: as what arrives sees it, and as delivery does, each through its own login. */
@Configuration(proxyBeanMethods = false)
class VaultConfig {
  @Bean
  @Primary
  Vault vault(Databases databases, EpochKeys keys, Ids ids, FirstEpochs begun) {
    return new Vault(new JdbcConstituents(databases, Login.INTAKE), keys, ids);
  }

  @Bean
  Vault deliveryVault(Databases databases, EpochKeys keys, Ids ids, FirstEpochs begun) {
    return new Vault(new JdbcConstituents(databases, Login.DELIVERY), keys, ids);
  }

  @Bean
  FirstEpochs firstEpochs(
      Databases databases,
      EpochKeys keys,
      Organisations organisations,
      java.time.InstantSource clock) {
    return FirstEpochs.begin(databases, keys, organisations, clock.instant());
  }
}

package org.answerable.constituent.jdbc;

import java.time.InstantSource;
import java.util.List;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.SealedColumn;
import org.answerable.platform.keys.SealedColumns;
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
      OwnerDatabase owner, EpochKeys keys, Organisations organisations, InstantSource clock) {
    return FirstEpochs.begin(owner, keys, organisations, clock.instant());
  }

  @Bean
  Epochs epochs(
      Databases databases,
      OwnerDatabase owner,
      EpochKeys keys,
      Vault vault,
      List<SealedColumns> modules) {
    List<SealedColumn> columns = modules.stream().flatMap(each -> each.all().stream()).toList();
    return new JdbcEpochs(databases, owner, keys, vault, columns);
  }
}

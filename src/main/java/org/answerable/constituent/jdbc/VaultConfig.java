package org.answerable.constituent.jdbc;

import static java.util.stream.Collectors.joining;

import java.time.InstantSource;
import java.util.List;
import org.answerable.constituent.AlsoForgotten;
import org.answerable.constituent.EpochLimits;
import org.answerable.constituent.Epochs;
import org.answerable.constituent.Vault;
import org.answerable.organisation.Organisations;
import org.answerable.platform.BegunAnew;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.StartNote;
import org.answerable.platform.Watch;
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
  Vault vault(
      Databases databases, EpochKeys keys, Ids ids, FirstEpochs begun, List<AlsoForgotten> also) {
    return new Vault(new JdbcConstituents(databases, Login.INTAKE), keys, ids, all(also));
  }

  @Bean
  Vault deliveryVault(
      Databases databases, EpochKeys keys, Ids ids, FirstEpochs begun, List<AlsoForgotten> also) {
    return new Vault(new JdbcConstituents(databases, Login.DELIVERY), keys, ids, all(also));
  }

  private static AlsoForgotten all(List<AlsoForgotten> also) {
    return (organisation, who) -> also.forEach(each -> each.forget(organisation, who));
  }

  @Bean
  FirstEpochs firstEpochs(
      OwnerDatabase owner,
      EpochKeys keys,
      Organisations organisations,
      InstantSource clock,
      List<SealedColumns> modules,
      BegunAnew anew) {
    return FirstEpochs.begin(
        owner,
        keys,
        organisations,
        clock.instant(),
        new BeginAnew(owner, keys, columns(modules)),
        anew.organisations());
  }

  @Bean
  StartNote epochsAtStart(FirstEpochs begun) {
    return () -> begun.notes().stream().map(note -> "\n" + note + "\n").collect(joining());
  }

  private static List<SealedColumn> columns(List<SealedColumns> modules) {
    return modules.stream().flatMap(each -> each.all().stream()).toList();
  }

  @Bean
  Epochs epochs(
      Databases databases,
      OwnerDatabase owner,
      EpochKeys keys,
      Vault vault,
      List<SealedColumns> modules) {
    return new JdbcEpochs(databases, owner, keys, vault, columns(modules));
  }

  @Bean
  Watch epochWatch(Epochs epochs, Organisations organisations) {
    return new Watch("epochs", EpochLimits.WATCH, organisations.ids(), epochs::refresh);
  }
}

package org.answerable.platform;

import java.io.IOException;
import java.time.InstantSource;
import org.answerable.platform.embedded.DataDirLock;
import org.answerable.platform.keys.EchoKeys;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.PollKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.RootKeySources;
import org.answerable.platform.keys.Sealer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Clock, ids and keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerableProperties.class)
class PlatformConfig {
  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Ids ids() {
    return new RandomIds();
  }

  @Bean
  BegunAnew begunAnew(ConfigurableEnvironment environment) {
    return BegunAnew.of(environment);
  }

  /** Held before anything in the folder is touched, and until everything else has stopped. */
  @Bean
  DataDirLock dataDirLock(AnswerableProperties properties) throws IOException {
    return DataDirLock.take(properties.dataDir());
  }

  @Bean
  RootKey rootKey(AnswerableProperties properties, Environment environment, DataDirLock held)
      throws IOException {
    KeysFolder.refuseBesideTheData(properties);
    KeysFolder.refuseKeyInSettings(environment, System::getenv);
    return new RootKeySources(properties.keysDir(), System::getenv).openOrCreate();
  }

  @Bean
  EpochKeys epochKeys(AnswerableProperties properties, RootKey root) throws IOException {
    return new EpochKeys(properties.keysDir(), root).swept();
  }

  @Bean
  PollKeys pollKeys(AnswerableProperties properties, RootKey root) {
    return new PollKeys(properties.keysDir(), root);
  }

  @Bean
  EchoKeys echoKeys(AnswerableProperties properties, RootKey root) {
    return new EchoKeys(properties.keysDir(), root);
  }

  @Bean
  Sealer sealer(EpochKeys keys) {
    return new Sealer(keys);
  }
}

package org.answerable.responselog.witness;

import java.time.InstantSource;
import java.util.List;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Witness;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Loopback;
import org.answerable.responselog.Cosignatures;
import org.answerable.responselog.Tree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the asking of witnesses. */
@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

  @Bean
  HttpPost witnessPost() {
    return new HttpPost(HttpPost.PATIENCE);
  }

  @Bean
  Witnessing witnessing(
      Organisations organisations,
      AnswerableProperties properties,
      Tree tree,
      Cosignatures cosignatures,
      HttpPost post,
      InstantSource clock,
      ApplicationEventPublisher events) {
    boolean onlyLoopback = properties.demo() && !properties.demoRealChannels();
    List<Organisation> watched =
        organisations.all().stream().filter(home -> isWatched(home, onlyLoopback)).toList();
    return new Witnessing(watched, tree, new Asking(tree, cosignatures, post, clock), events);
  }

  /** The demo calls nobody outside of this machine. */
  private static boolean isWatched(Organisation home, boolean onlyLoopback) {
    boolean outside =
        home.witnesses().stream().map(Witness::url).anyMatch(url -> !Loopback.is(url));
    if (onlyLoopback && outside) {
      LOG.warn("the demo asks none of the witnesses of {}: they are on other machines", home.id());
    }
    return !home.witnesses().isEmpty() && !(onlyLoopback && outside);
  }

  @Bean
  WitnessNotice witnessNotice(Organisations organisations, Witnessing witnessing) {
    return new WitnessNotice(organisations, witnessing);
  }
}

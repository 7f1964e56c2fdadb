package org.answerable.organisation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.answerable.platform.AnswerableProperties;

/** All organisations of this instance. Immutable. */
public record Organisations(List<Organisation> all) {
  public Organisations {
    all = List.copyOf(all);
  }

  /**
   * Those that the files declare, as the server takes them, for commands that send nothing: the
   * secrets of channels need not be set.
   */
  public static Organisations withoutSecrets(AnswerableProperties properties) throws IOException {
    var instance = new Instance(properties.demo(), name -> "not-needed");
    Organisations all = OrganisationFolder.read(properties.configDir(), instance).organisations();
    return OrganisationConfiguration.taken(all, properties);
  }

  public List<String> ids() {
    return all.stream().map(Organisation::id).toList();
  }

  /** The organisation that has a channel. */
  public Optional<Organisation> ofChannel(String channel) {
    return all.stream()
        .filter(home -> home.channels().stream().anyMatch(one -> one.id().equals(channel)))
        .findFirst();
  }

  public Optional<Organisation> find(String id) {
    return all.stream().filter(organisation -> organisation.id().equals(id)).findFirst();
  }

  /** The organisation of an id that came from our own data; anything else is our own bug. */
  public Organisation get(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no organisation " + id));
  }
}

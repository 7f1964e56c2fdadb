package org.answerable.channel.simulator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The simulated phones. They live as long as the process. Safe for use by many threads. */
final class Phones {
  static final int MAX_PHONES = 8;

  /**
   * +999 is a country that nobody has; then eight random digits, so that no start meets another.
   */
  private static final String COUNTRY = "+9995";

  private static final int NUMBERS = 100_000_000;
  private final Map<Integer, Phone> phones = new TreeMap<>();
  private final RandomGenerator random;

  Phones(RandomGenerator random) {
    this.random = random;
  }

  /** Adds a phone, or nothing when there are enough. */
  synchronized Optional<Phone> add(String organisation, String channel, String language) {
    if (phones.size() >= MAX_PHONES) {
      return Optional.empty();
    }
    int number = phones.size() + 1;
    String address = COUNTRY + "%08d".formatted(random.nextInt(NUMBERS));
    var phone = new Phone(number, organisation, channel, address, language, List.of(), 0, 0);
    phones.put(number, phone);
    return Optional.of(phone);
  }

  synchronized Collection<Phone> all() {
    return List.copyOf(phones.values());
  }

  synchronized Optional<Phone> find(int number) {
    return Optional.ofNullable(phones.get(number));
  }

  synchronized void show(int number, PhoneText text) {
    phones.computeIfPresent(number, (same, phone) -> phone.with(text));
  }

  /** A text to an address; one that no phone of this process has is a phone that is off. */
  synchronized void receive(String channel, String address, String body) {
    phones.replaceAll(
        (number, phone) ->
            phone.channel().equals(channel) && phone.address().equals(address)
                ? phone.with(new PhoneText(PhoneText.From.LINE, body))
                : phone);
  }
}

package org.answerable.channel.twilio;

import com.twilio.type.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.answerable.channel.Address;
import org.answerable.channel.E164;
import org.answerable.organisation.ChannelConfig;
import org.answerable.platform.sms.SmsText;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as Twilio writes them on one channel: {@code +254700000001}, or {@code
 * whatsapp:+254700000001}.
 */
record Numbers(ChannelConfig.Twilio config) {
  private static final String WHATSAPP = "whatsapp:";

  /** The organisation's own. */
  PhoneNumber ours() {
    return written(config.from());
  }

  PhoneNumber written(String number) {
    return new PhoneNumber(prefix() + number);
  }

  /** Somebody's, in its one form; empty when nobody can be answered there. */
  Optional<Address> address(@Nullable String written) {
    return written == null || !written.startsWith(prefix())
        ? Optional.empty()
        : E164.normalise(written.substring(prefix().length()))
            .map(number -> new Address(config.id(), number));
  }

  /** What is sent of a text, in its order; WhatsApp knows no segments. */
  List<String> messages(String text) {
    return switch (config.via()) {
      case SMS -> SmsText.messages(text);
      case WHATSAPP -> List.of(text);
    };
  }

  private String prefix() {
    return switch (config.via()) {
      case SMS -> "";
      case WHATSAPP -> WHATSAPP;
    };
  }
}

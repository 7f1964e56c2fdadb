package org.answerable.platform;

import java.util.UUID;

/**
 * Where ids and salts come from; tests give their own. Implementations draw from a cryptographic
 * generator.
 */
public interface Ids {
  /** A random (version 4) id. */
  UUID uuid();

  /** Eight digits that only the sender has, without a hyphen: {@code 48219307}. */
  String receipt();

  /** Four digits that confirm something to whoever reads our reply: {@code 0412}. */
  String fourDigits();

  /** Eight letters and digits that name a feedback in public: {@code K7QM-2XWD}. */
  String reference();

  /** 32 random bytes. */
  byte[] salt();
}

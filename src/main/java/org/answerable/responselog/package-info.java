/**
 * The public response log: entries, receipts, slots, and the public site.
 *
 * <p>Features leave an {@link org.answerable.responselog.Entry} with {@link
 * org.answerable.responselog.Staging}, in their own transaction; at a slot the {@link
 * org.answerable.responselog.Sequencer} puts what is staged in order and signs the {@link
 * org.answerable.responselog.Tree}. The site reads {@link org.answerable.responselog.PublicLog}.
 * Nothing here knows a person: what may be told of few is decided by {@link
 * org.answerable.responselog.Suppressed} alone.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: keys",
      "platform :: web",
      "tlog",
      "effect",
      "organisation"
    })
package org.answerable.responselog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.answerable.constituent;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.effect.Effect;

/** Somebody wrote for the first time. All but the days and ids is sealed or keyed. */
public record ConstituentMet(
    String organisation,
    UUID who,
    int epoch,
    byte[] lookup,
    byte[] dataKey,
    byte[] address,
    byte[] settings,
    LocalDate seen)
    implements Effect {}

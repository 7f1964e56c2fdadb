package org.answerable.constituent;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.effect.Effect;

/** A known person chose something else, stopped, came back, or wrote on another day. */
public record ConstituentChanged(
    String organisation, UUID who, byte[] settings, boolean stopped, LocalDate seen)
    implements Effect {}

package org.answerable.effect;

/**
 * What one message changes for good. Each feature has its own, as a record with no behaviour; its
 * {@link EffectWriter} knows where it goes.
 */
public interface Effect {}

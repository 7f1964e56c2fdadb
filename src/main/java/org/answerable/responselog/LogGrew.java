package org.answerable.responselog;

/**
 * An organisation's log has entries that it did not have before; said on the node that added them.
 */
public record LogGrew(String organisation) {}

package org.answerable.responselog;

/** A witness has signed an organisation's checkpoint; said on the node that asked. */
public record LogCosigned(String organisation) {}

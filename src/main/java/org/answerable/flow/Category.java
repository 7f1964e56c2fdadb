package org.answerable.flow;

/** A kind of answer, and where it leads. */
public record Category(String name, Exit exit) {}

package org.answerable.feedback.web;

/** One choice of a form. */
public record Option(String value, String label, boolean chosen) {}

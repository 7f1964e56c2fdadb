package org.answerable.leader;

/**
 * What is wrong with one field of a form.
 *
 * @param field the field's name and id
 * @param text what, and what to do
 */
public record Problem(String field, String text) {}

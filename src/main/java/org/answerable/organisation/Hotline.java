package org.answerable.organisation;

import java.time.LocalDate;

/**
 * A number that a text message names.
 *
 * @param hours in words, as in "any hour"
 * @param checked the day somebody last called it
 */
public record Hotline(String number, String hours, LocalDate checked) {}

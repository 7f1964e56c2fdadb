package org.answerable.responselog.web;

/**
 * Where a feedback's first entry stands in the log, and how anybody checks that.
 *
 * @param index of the entry, from 0
 * @param size how many entries there are
 * @param url of the organisation's page, which {@code log verify} takes
 */
public record InLog(long index, long size, String url) {}

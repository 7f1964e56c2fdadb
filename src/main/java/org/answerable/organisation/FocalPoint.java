package org.answerable.organisation;

/**
 * Who receives {@code S3}.
 *
 * @param outside whether this person is not of the organisation
 */
public record FocalPoint(String name, boolean outside) {}

/**
 * What an organisation declares in config/, read once and validated whole.
 *
 * <p>{@link org.answerable.organisation.Organisation} is the result, {@link
 * org.answerable.organisation.OrganisationFile} reads it and tells every problem at once, {@link
 * org.answerable.organisation.Lines} says whether people may write to it, and {@link
 * org.answerable.organisation.InitCommand} writes a new one by asking.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: sms", "tlog"})
package org.answerable.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

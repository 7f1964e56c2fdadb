/** What an organisation declares in config/, read once and validated whole. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: sms", "tlog"})
package org.answerable.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The flow engine: a function from session and input to events. Pure; RapidPro's model and words.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: sms"})
package org.answerable.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

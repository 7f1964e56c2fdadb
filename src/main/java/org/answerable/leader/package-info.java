/** Accounts, invitations and sign-in of the people who answer; the frame of their rooms. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"platform", "platform :: keys", "platform :: web", "organisation"})
package org.answerable.leader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

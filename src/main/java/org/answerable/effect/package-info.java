/** What messages change: written together in one commit, each exactly once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.answerable.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

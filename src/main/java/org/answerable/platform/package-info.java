/**
 * What every module may use: clock, ids, keys, sealing, database logins; and the embedded servers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.answerable.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

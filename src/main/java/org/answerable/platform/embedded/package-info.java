/** PostgreSQL and Redis, started with the application and stopped with it. */
@NullMarked
package org.answerable.platform.embedded;

import org.jspecify.annotations.NullMarked;

/** Tests of the servers that start with the application. */
@NullMarked
package org.answerable.platform.embedded;

import org.jspecify.annotations.NullMarked;

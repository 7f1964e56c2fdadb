/** What tests of several features share. */
@NullMarked
package org.answerable.testing;

import org.jspecify.annotations.NullMarked;

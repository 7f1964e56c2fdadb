/** What tests of several modules share: stand-ins for the world outside. */
@NullMarked
package org.answerable.testing;

import org.jspecify.annotations.NullMarked;

/** Asks those outside whom an organisation named to sign what its log signed. */
@NullMarked
package org.answerable.responselog.witness;

import org.jspecify.annotations.NullMarked;

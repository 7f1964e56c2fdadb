/** Attacks on what the data must not tell, with all that the attacker may have. */
@NullMarked
package org.answerable.attack;

import org.jspecify.annotations.NullMarked;

/** The readers' room, and the page on which a leader enters what others said. */
@NullMarked
package org.answerable.intake.web;

import org.jspecify.annotations.NullMarked;

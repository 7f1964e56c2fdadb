/** The readers' room: what waits unsorted, and what was set aside. */
@NullMarked
package org.answerable.intake.web;

import org.jspecify.annotations.NullMarked;

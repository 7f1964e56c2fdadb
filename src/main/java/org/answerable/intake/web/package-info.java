/** The pages of what waits: what a leader enters for others. */
@NullMarked
package org.answerable.intake.web;

import org.jspecify.annotations.NullMarked;

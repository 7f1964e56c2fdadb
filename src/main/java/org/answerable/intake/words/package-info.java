/** Word lists: what in a text raises its sensitivity, asks for silence, or is spam. Pure. */
@NullMarked
@NamedInterface("words")
package org.answerable.intake.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

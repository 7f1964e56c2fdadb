/** Tests of the intake and its slots. */
@org.jspecify.annotations.NullMarked
package org.answerable.intake;

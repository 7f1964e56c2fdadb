@NullMarked
package org.answerable.intake.jdbc;

import org.jspecify.annotations.NullMarked;

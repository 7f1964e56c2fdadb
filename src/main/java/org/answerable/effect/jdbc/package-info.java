@NullMarked
package org.answerable.effect.jdbc;

import org.jspecify.annotations.NullMarked;

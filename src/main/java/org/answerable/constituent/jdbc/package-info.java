@NullMarked
package org.answerable.constituent.jdbc;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.answerable.responselog.jdbc;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.answerable.conversation.jdbc;

import org.jspecify.annotations.NullMarked;

/** What whoever keeps the server does with keys and people; joined to the instance that runs. */
@NullMarked
package org.answerable.constituent.command;

import org.jspecify.annotations.NullMarked;

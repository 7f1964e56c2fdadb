/** What whoever keeps the server does with keys and people; joined to the instance that runs. */
@NullMarked
@NamedInterface("command")
package org.answerable.constituent.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

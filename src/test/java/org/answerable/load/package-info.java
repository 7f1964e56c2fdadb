/** How fast it is: commands that measure the running application, started by hand. */
@NullMarked
package org.answerable.load;

import org.jspecify.annotations.NullMarked;

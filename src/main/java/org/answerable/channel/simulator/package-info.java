/** Simulated phones for trying the line; in the demo only, and in memory only. */
@NullMarked
package org.answerable.channel.simulator;

import org.jspecify.annotations.NullMarked;

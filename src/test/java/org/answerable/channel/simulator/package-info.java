@NullMarked
package org.answerable.channel.simulator;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.answerable.channel.twilio;

import org.jspecify.annotations.NullMarked;

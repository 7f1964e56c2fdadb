/** Text messages through Twilio: its webhooks in, its REST interface out. */
@NullMarked
package org.answerable.channel.twilio;

import org.jspecify.annotations.NullMarked;

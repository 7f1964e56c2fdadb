/** Polls for leaders, below {@code /inbox/polls}, and for everybody, below {@code /ORG/polls}. */
@NullMarked
package org.answerable.poll.web;

import org.jspecify.annotations.NullMarked;

/** The inbox: what leaders see of released feedback, and what they can do with it. */
@NullMarked
package org.answerable.feedback.web;

import org.jspecify.annotations.NullMarked;

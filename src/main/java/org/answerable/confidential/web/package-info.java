/** The focal points' room. */
@NullMarked
package org.answerable.confidential.web;

import org.jspecify.annotations.NullMarked;

/** Who may ask for which page, sign-in, and the pages about people. */
@NullMarked
package org.answerable.leader.web;

import org.jspecify.annotations.NullMarked;

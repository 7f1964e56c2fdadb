/** The public site and its feeds: reads what is public, and nothing else. */
@NullMarked
@NamedInterface("web")
package org.answerable.responselog.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

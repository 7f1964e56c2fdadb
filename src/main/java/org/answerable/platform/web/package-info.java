/** What every page needs: templates, the style sheet, page texts, error pages. */
@NullMarked
@NamedInterface("web")
package org.answerable.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What every page needs: templates, the style sheet, page texts, error pages. */
@NullMarked
package org.answerable.platform.web;

import org.jspecify.annotations.NullMarked;

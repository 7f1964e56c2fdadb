/** The operations page: what whoever runs an organisation's line needs to see. */
@NullMarked
package org.answerable.delivery.web;

import org.jspecify.annotations.NullMarked;

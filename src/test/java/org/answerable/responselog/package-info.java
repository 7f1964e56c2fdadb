/** Tests of the response log. */
@org.jspecify.annotations.NullMarked
package org.answerable.responselog;

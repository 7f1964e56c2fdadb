/** Tests of the flow engine. */
@org.jspecify.annotations.NullMarked
package org.answerable.flow;

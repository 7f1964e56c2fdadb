/** Tests of the keys. */
@org.jspecify.annotations.NullMarked
package org.answerable.platform.keys;

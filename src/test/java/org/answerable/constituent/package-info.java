/** Tests of the vault. */
@org.jspecify.annotations.NullMarked
package org.answerable.constituent;

/** Tests of the conversation. */
@org.jspecify.annotations.NullMarked
package org.answerable.conversation;

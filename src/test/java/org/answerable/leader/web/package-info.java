@NullMarked
package org.answerable.leader.web;

import org.jspecify.annotations.NullMarked;

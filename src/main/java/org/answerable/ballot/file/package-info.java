/** Ballots as files: BLT for rankings, Pabulib for projects with costs. Pure: lines in and out. */
@NullMarked
@NamedInterface("file")
package org.answerable.ballot.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

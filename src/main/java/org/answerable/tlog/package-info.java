/**
 * A transparency log: a list that only grows, as a tree of hashes, in the public formats that
 * checkers written by others read. Pure, and of use outside of this application: no clock, no
 * chance, no files. What lies outside enters through {@link org.answerable.tlog.HashReader} and
 * {@link org.answerable.tlog.TileReader}.
 *
 * <p>Whoever writes a log starts at {@link org.answerable.tlog.TileWriter}, whoever checks one at
 * {@link org.answerable.tlog.SignedNote} and {@link org.answerable.tlog.TiledHashes}. Names are the
 * standards': RFC 6962 and RFC 9162 for the tree, C2SP's {@code tlog-tiles}, {@code
 * tlog-checkpoint}, {@code signed-note}, {@code tlog-cosignature}, {@code tlog-proof} and {@code
 * tlog-witness} for what is published. What others wrote is read strictly: one way to write each
 * thing, and {@link org.answerable.tlog.MalformedException} for all else.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.answerable.tlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.answerable.platform.keys;

/**
 * A text that only the holder of the epoch's key pair can read.
 *
 * @param key the text's own key, wrapped; it names its epoch
 * @param text padded and encrypted under that key
 */
public record Sealed(byte[] key, byte[] text) {}

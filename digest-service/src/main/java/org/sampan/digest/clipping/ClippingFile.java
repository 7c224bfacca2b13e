package org.sampan.digest.clipping;

/**
 * A file that came with a clipping.
 *
 * @param name without folders; as its sender named it
 * @param bytes never changed by whoever gets them
 */
@SuppressWarnings("ArrayRecordComponent") // large, and read once
public record ClippingFile(String name, String contentType, byte[] bytes) {}

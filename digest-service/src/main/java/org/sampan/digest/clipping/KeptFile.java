package org.sampan.digest.clipping;

/** What is known of a {@link ClippingFile} without loading it. */
public record KeptFile(String name, String contentType, long bytes) {}

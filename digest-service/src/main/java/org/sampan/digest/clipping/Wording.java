package org.sampan.digest.clipping;

/** What one source said of a story that several have. */
public record Wording(Origin origin, String item, Story story) {}

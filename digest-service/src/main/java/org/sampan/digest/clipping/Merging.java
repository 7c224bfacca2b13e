package org.sampan.digest.clipping;

/** What became of merging two clippings by hand. */
public enum Merging {
    MERGED,
    /** One of them is not there, or both are the same. */
    NOTHING_TO_MERGE,
    /** An edition carries the one that would go: merge it the other way round. */
    IN_EDITION
}

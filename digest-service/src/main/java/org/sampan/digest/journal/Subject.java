package org.sampan.digest.journal;

/**
 * What something was done to.
 *
 * @param kind clipping, edition, statement, editor …
 * @param key which one: {@code 17}, {@code mekong-weekly/12}
 */
public record Subject(String kind, String key) {
    @Override
    public String toString() {
        return kind + "/" + key;
    }
}

package org.sampan.digest.mailserver;

import java.util.List;
import java.util.Optional;

/**
 * Posts of one conversation, oldest first.
 *
 * @param id of its first post
 * @param removals what owners took out of any post of it
 * @param next where the next page starts; empty on the last
 */
public record ArchiveThread(PostId id, List<Post> posts, List<Removal> removals, Optional<String> next) {
    public ArchiveThread {
        posts = List.copyOf(posts);
        removals = List.copyOf(removals);
    }

    /** The latest that was taken out of a post. */
    public Optional<Removal> removalOf(PostId post) {
        return removals.stream().filter(removal -> removal.post().equals(post)).reduce((before, after) -> after);
    }
}

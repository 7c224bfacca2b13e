package org.sampan.digest.mailserver;

import java.util.List;
import java.util.Optional;

/**
 * Some posts, newest first.
 *
 * @param next where the next page starts; empty on the last
 */
public record PostPage(List<Post> posts, Optional<String> next) {
    public PostPage {
        posts = List.copyOf(posts);
    }
}

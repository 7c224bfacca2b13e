package org.sampan.digest.listdigest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.listdigest.NewListDigest.Period;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailArchive;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.Post;
import org.sampan.digest.mailserver.PostPage;
import org.sampan.digest.mailserver.PostQuery;
import org.springframework.stereotype.Component;

/** What came to a list in some time. */
@Component
public class PostsOfPeriod {
    private static final int PAGE = 500;

    private final MailServer mailServer;
    private final MailArchive archive;

    PostsOfPeriod(MailServer mailServer, MailArchive archive) {
        this.mailServer = mailServer;
        this.archive = archive;
    }

    /** Oldest first. */
    public List<Post> of(ListAddress list, Period period) {
        List<Post> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Optional<PostPage> page = mailServer.posts(list, new PostQuery(after, Optional.of(period.since()), PAGE));
            page.ifPresent(it -> it.posts().stream()
                    .filter(post -> period.contains(post.receivedAt()))
                    .forEach(found::add));
            after = page.flatMap(PostPage::next);
        } while (after.isPresent());
        Collections.reverse(found);
        return found;
    }

    /** The same with their texts; without what was taken out of the archive meanwhile. */
    public List<Gathered> gathered(ListAddress list, Period period) {
        List<Gathered> found = new ArrayList<>();
        for (Post post : of(list, period)) {
            archive.sentPost(list, post.id()).ifPresent(raw -> found.add(new Gathered(post, raw)));
        }
        return found;
    }
}

package org.sampan.digest.mailserver;

import java.net.URI;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The archive of the lists, behind the mail server's REST. Blocking; safe for many threads; throws as {@link MailServer} does.
 * Who may see what is asked by the pages.
 */
public final class MailArchive {
    private static final String POST = "/lists/{list}/posts/{post}";
    private static final String FEED = "/lists/{list}/members/{email}/feed";

    private final RestCalls calls;

    /**
     * @param admin where the REST is
     * @param tokenFile holds the bearer token
     */
    public MailArchive(URI admin, Path tokenFile) {
        this.calls = new RestCalls(admin, new SecretFile(tokenFile));
    }

    /** Newest first. */
    public List<ArchiveMonth> months(ListAddress list) {
        return calls.get(Months.class, "/lists/{list}/months", list)
                .map(Months::months)
                .orElseGet(List::of);
    }

    /** Conversations with a post of that month, the one with the newest first. */
    public List<ThreadHead> threads(ListAddress list, YearMonth month) {
        return calls.get(Threads.class, "/lists/{list}/months/{month}", list, month)
                .map(Threads::threads)
                .orElseGet(List::of);
    }

    /**
     * The conversation a post is of; empty when the list has no such post.
     *
     * @param after {@link ArchiveThread#next} of the page before
     */
    public Optional<ArchiveThread> thread(ListAddress list, PostId post, Optional<String> after) {
        return after.isPresent()
                ? calls.get(ArchiveThread.class, POST + "/thread?after={after}", list, post, after.get())
                : calls.get(ArchiveThread.class, POST + "/thread", list, post);
    }

    /** The message as it was sent, with a neutral word in each place that differs from copy to copy. */
    public Optional<byte[]> sentPost(ListAddress list, PostId post) {
        return calls.getMessage(POST + "/raw?as=sent", list, post);
    }

    /** Empty when nothing was taken out. */
    public Optional<Removal> removal(ListAddress list, PostId post) {
        return calls.get(Removal.class, POST + "/removal", list, post);
    }

    /** Takes the post out, for good. */
    public Optional<Removal> remove(ListAddress list, PostId post, EmailAddress by, String reason) {
        return calls.post(Removal.class, Map.of("by", by.text(), "reason", reason), POST + "/remove", list, post);
    }

    /** Puts another text in the place of the post's, for good; its files go. */
    public Optional<Removal> redact(ListAddress list, PostId post, EmailAddress by, String reason, String text) {
        Map<String, String> body = Map.of("by", by.text(), "reason", reason, "text", text);
        return calls.post(Removal.class, body, POST + "/redact", list, post);
    }

    /**
     * A file, by the signed link in the mail.
     *
     * @throws MailServerRefused 403 when the link is not ours, 410 when it is past its time
     */
    public Optional<byte[]> file(ListAddress list, PostId post, String part, FileKey key) {
        return calls.getMessage(
                POST + "/files/{part}?until={until}&key={key}", list, post, part, key.until(), key.key());
    }

    /** The address of a member's own feed; empty when the person is not on the list. */
    public Optional<String> renewFeed(ListAddress list, EmailAddress member) {
        return calls.post(FeedToken.class, Map.of(), FEED, list, member).map(FeedToken::token);
    }

    public boolean hasFeed(ListAddress list, EmailAddress member) {
        return calls.get(FeedKnown.class, FEED, list, member).isPresent();
    }

    /** Ends the member's feed; that there was none is no error. */
    public void revokeFeed(ListAddress list, EmailAddress member) {
        calls.delete(FEED, list, member);
    }

    /** Whose feed a token is of; empty when it works no more. */
    public Optional<FeedHolder> feedHolder(String token) {
        return calls.get(FeedHolder.class, "/feeds/{token}", token);
    }

    /** Whether the person owns the list. */
    public boolean isOwner(ListAddress list, EmailAddress person) {
        return calls.get(Owners.class, "/lists/{list}/stewards", list)
                .filter(stewards -> stewards.owners().stream().anyMatch(person.text()::equalsIgnoreCase))
                .isPresent();
    }

    /** What a link to a file has behind the question mark. */
    public record FileKey(String until, String key) {}

    /** Who a feed's address was made for. */
    public record FeedHolder(ListAddress list, EmailAddress email) {}

    private record Months(List<ArchiveMonth> months) {}

    private record Threads(List<ThreadHead> threads) {}

    private record FeedToken(String token) {}

    private record FeedKnown(String madeAt) {}

    private record Owners(List<String> owners) {}
}

package org.sampan.mailserver.migration;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.zip.ZipException;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.migration.MessageDates.Dated;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.HouseFields;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.MessageIds;
import org.sampan.mailserver.post.OldPosts;
import org.sampan.mailserver.post.OldPosts.OldPost;
import org.sampan.mailserver.post.OldPosts.Trial;
import org.sampan.mailserver.post.OriginHeaders;
import org.sampan.mailserver.post.Post;

/**
 * Reads the archive of another list server into that of a list, a pile at a time: memory does not grow with it. Whatever it was
 * stopped by, the same file again goes on where it stopped. Safe for many threads and nodes.
 */
final class ArchiveImport {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int LONGEST_MESSAGE = 64 * MEGABYTE;
    private static final int LONGEST_HEADER = 256 * 1024;
    private static final int MOST_AT_ONCE = 200;
    private static final long MOST_BYTES_AT_ONCE = 8L * MEGABYTE;
    private static final List<String> WHAT_A_MAIL_HAS = List.of("From", "Date", "Subject", "Message-ID");
    /** What an old mail says of its sender proves nothing. */
    private static final Envelope NOBODY = new Envelope(Optional.empty(), Optional.empty());

    private final OldPosts posts;
    private final Clock clock;

    @Inject
    ArchiveImport(OldPosts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /** @throws BrokenOffException when the file ends before its end; what came before is kept */
    ImportReport keep(MailingList list, InputStream mbox) throws IOException {
        ImportTally tally = new ImportTally();
        try {
            read(list, mbox, tally, pile -> posts.keep(list, pile));
        } catch (IOException e) {
            posts.joinThreads(list);
            throw e;
        }
        return tally.report(posts.joinThreads(list));
    }

    /** Says what {@link #keep} would do. */
    ImportReport check(MailingList list, InputStream mbox) throws IOException {
        ImportTally tally = new ImportTally();
        try (Trial trial = posts.trial(list)) {
            read(list, mbox, tally, trial::keep);
        }
        return tally.report(0);
    }

    private void read(MailingList list, InputStream mbox, ImportTally tally, ToIntFunction<List<OldPost>> keep)
            throws IOException {
        MboxReader reader = MboxReader.of(mbox, LONGEST_MESSAGE);
        MessageDates dates = new MessageDates(clock);
        List<OldPost> pile = new ArrayList<>();
        long bytes = 0;
        try {
            for (Optional<MboxMessage> next = reader.next(); next.isPresent(); next = reader.next()) {
                oldPost(list, next.get(), dates, tally).ifPresent(pile::add);
                bytes += next.get().bytes().length;
                if (pile.size() >= MOST_AT_ONCE || bytes >= MOST_BYTES_AT_ONCE) {
                    tally.wereAdded(keep.applyAsInt(pile));
                    pile.clear();
                    bytes = 0;
                }
            }
        } catch (EOFException | ZipException e) {
            tally.wereAdded(keep.applyAsInt(pile));
            throw new BrokenOffException(tally.read(), tally.added(), e);
        }
        tally.wereAdded(keep.applyAsInt(pile));
    }

    /** Empty when it is broken. */
    private static Optional<OldPost> oldPost(MailingList list, MboxMessage old, MessageDates dates, ImportTally tally) {
        Message message = PipermailAuthor.restored(Message.parse(old.bytes()));
        Headers headers = message.headers();
        Optional<String> broken = whyBroken(old, headers);
        if (broken.isPresent()) {
            tally.isBroken(old, MessageIds.own(headers).orElse(""), broken.get());
            return Optional.empty();
        }
        Dated dated = dates.of(headers, old.fromLine());
        Post post = Post.of(list, NOBODY, message);
        OldPost kept = new OldPost(OriginHeaders.hidden(HouseFields.without(post)), dated.at());
        tally.isSound(old, kept, dated.correction());
        return Optional.of(kept);
    }

    private static Optional<String> whyBroken(MboxMessage old, Headers headers) {
        if (old.isTooLong()) {
            return Optional.of("longer than " + LONGEST_MESSAGE / MEGABYTE + " MB");
        }
        if (WHAT_A_MAIL_HAS.stream().noneMatch(headers::has)) {
            return Optional.of("no mail: has neither " + String.join(" nor ", WHAT_A_MAIL_HAS));
        }
        return headers.bytes().length > LONGEST_HEADER
                ? Optional.of("its header is longer than " + LONGEST_HEADER / 1024 + " kB")
                : Optional.empty();
    }
}

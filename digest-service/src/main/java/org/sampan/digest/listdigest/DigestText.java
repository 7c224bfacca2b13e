package org.sampan.digest.listdigest;

import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.sampan.digest.letter.Letter;
import org.sampan.digest.letter.LetterReader;
import org.sampan.digest.letter.Presentation;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Post;

/** What people read of a digest in plain text: the title and table of contents, the posts after it (RFC 1153), or links to them. */
public final class DigestText {
    private static final String BELOW_PREAMBLE = "-".repeat(70);
    private static final String BETWEEN_POSTS = "-".repeat(30);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final LetterReader READER = new LetterReader();

    private final ListDigest digest;
    private final MailingList list;
    private final DigestWords words;
    private final ZoneId zone;

    /** @param zone of its readers */
    public DigestText(ListDigest digest, MailingList list, DigestWords words, ZoneId zone) {
        this.digest = digest;
        this.list = list;
        this.words = words;
        this.zone = zone;
    }

    public String title() {
        return words.get("title", list.name());
    }

    public String subject() {
        return words.get("subject", title(), digest.volume(), digest.issue());
    }

    /** When it was decided on, as in a header (RFC 5322 section 3.3). */
    public String date() {
        return date(digest.plannedAt());
    }

    private String date(Instant moment) {
        return DATE.format(moment.atZone(zone));
    }

    /** Title line, how to answer, table of contents. */
    public String preamble(List<Gathered> posts) {
        return preamble(posts, false);
    }

    private String preamble(List<Gathered> posts, boolean linked) {
        StringBuilder text = new StringBuilder();
        text.append(title())
                .append("    ")
                .append(words.day(digest.content().period().until(), zone))
                .append("    ")
                .append(words.get("number", digest.volume(), digest.issue()))
                .append("\n\n")
                .append(words.get("answer", list.address()))
                .append("\n\n")
                .append(words.get("contents", posts.size()))
                .append("\n\n");
        for (int i = 0; i < posts.size(); i++) {
            text.append("%4d. %s (%s)\n"
                    .formatted(
                            i + 1,
                            among(subjectOf(posts.get(i))),
                            among(oneLine(posts.get(i).post().writer()))));
            text.append(linked ? "      " + posts.get(i).post().permalink() + "\n" : "");
        }
        return text.toString();
    }

    /**
     * All of it as one text, RFC 1153 section 2.
     *
     * @param most bytes of UTF-8 that the posts may have together; of those beyond there is but the link
     */
    public String whole(List<Gathered> posts, long most) {
        String end = words.get("end", title(), words.get("number", digest.volume(), digest.issue()));
        List<String> texts = new ArrayList<>();
        long room = most;
        for (Gathered each : posts) {
            String body = body(each);
            int bytes = body.getBytes(StandardCharsets.UTF_8).length;
            texts.add(head(each) + (bytes <= room ? body : each.post().permalink() + "\n"));
            room -= bytes <= room ? bytes : 0;
        }
        return preamble(posts) + "\n" + BELOW_PREAMBLE + "\n\n" + String.join("\n" + BETWEEN_POSTS + "\n\n", texts)
                + "\n" + BETWEEN_POSTS + "\n\n" + end + "\n" + "*".repeat(end.length()) + "\n";
    }

    /** Who wrote about what, and where it can be read. */
    public String titles(List<Gathered> posts) {
        return preamble(posts, true);
    }

    private String head(Gathered gathered) {
        return "Date: "
                + date(gathered.post().receivedAt())
                + "\nFrom: " + from(gathered.post())
                + "\nSubject: " + subjectOf(gathered)
                + "\nMessage-ID: " + oneLine(gathered.post().messageId()) + "\n\n";
    }

    private String body(Gathered gathered) {
        Letter letter = READER.read(gathered.message(), new Presentation(words.language(), "", ""));
        String body = letter.blocks().stream()
                .map(DigestText::text)
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n\n"));
        String files = letter.attachments().stream()
                .map(it -> words.get(
                                "file",
                                oneLine(it.name()),
                                it.bytes(),
                                gathered.post().permalink()) + "\n")
                .collect(Collectors.joining());
        return harmless(body.strip()) + "\n" + (files.isEmpty() ? "" : "\n" + files);
    }

    private static String text(Letter.Block block) {
        if (block.kind().equals("html")) {
            return Jsoup.parseBodyFragment(block.html()).wholeText();
        }
        String text = block.pieces().stream().map(Letter.Piece::text).collect(Collectors.joining());
        return block.kind().equals("quoted")
                ? text.lines().map(it -> "> " + it).collect(Collectors.joining("\n"))
                : text;
    }

    /** A line of thirty hyphens in a post would end it for programs that take digests apart. */
    private static String harmless(String body) {
        return body.lines()
                .map(it -> it.startsWith(BETWEEN_POSTS) ? " " + it : it)
                .collect(Collectors.joining("\n"));
    }

    private String subjectOf(Gathered gathered) {
        String subject = oneLine(gathered.post().subject());
        return subject.isEmpty() ? words.get("untitled") : subject;
    }

    private static String from(Post post) {
        return oneLine(post.fromName().isBlank() ? post.from() : post.fromName() + " <" + post.from() + ">");
    }

    /** What strangers put into an encoded word could otherwise begin a post of its own, or turn round what stands behind it. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
    }

    /** Words that run from right to left, among ours: isolated (UAX #9). */
    private static String among(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) ? "\u2068" + text + "\u2069" : text;
    }
}

package org.sampan.mailserver.transform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.content.AttachedFile;
import org.sampan.mailserver.content.AttachedFiles;
import org.sampan.mailserver.content.FileLinks;
import org.sampan.mailserver.mailinglist.TransformSettings;
import org.sampan.mailserver.mailinglist.TransformSettings.Attachments;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;

/**
 * Takes attached files off, or makes each a link to the archive; a line in its place says so. Pictures shown inside a page stay, and
 * so does whatever a signature or a key holds together.
 */
final class ReplaceAttachments implements Transformation {
    private final ListTexts texts;
    private final FileLinks links;

    ReplaceAttachments(ListTexts texts, FileLinks links) {
        this.texts = texts;
        this.links = links;
    }

    @Override
    public Message apply(Message message, Rendering rendering) {
        Attachments choice = rendering.chosen(TransformSettings.ATTACHMENTS);
        // The archive of an anonymous list has the post as sent: a link would lead nowhere.
        boolean kept = choice == Attachments.KEEP
                || choice == Attachments.LINKS && rendering.chosen(TransformSettings.ANONYMOUS);
        return kept
                ? message
                : AttachedFiles.replace(message, it -> replacement(it, choice, rendering))
                        .map(it -> isWhole(message) ? whole(message, it) : it)
                        .orElse(message);
    }

    private Optional<Message> replacement(AttachedFile file, Attachments choice, Rendering rendering) {
        if (choice == Attachments.LINKS) {
            return Optional.of(Parts.note(texts.attachment(rendering, linked(file, rendering))));
        }
        List<String> kept = rendering.chosen(TransformSettings.ATTACHMENT_TYPES);
        return kept.stream().anyMatch(it -> isOf(file, it))
                ? Optional.empty()
                : Optional.of(Parts.note(texts.attachment(rendering, described(file))));
    }

    /** By what the mail says it is, or by how its name ends. */
    private static boolean isOf(AttachedFile file, String kept) {
        if (kept.startsWith(".")) {
            return file.name().toLowerCase(Locale.ROOT).endsWith(kept);
        }
        return kept.endsWith("/*")
                ? file.type().startsWith(kept.substring(0, kept.length() - 1))
                : file.type().equals(kept);
    }

    private Map<String, Object> linked(AttachedFile file, Rendering rendering) {
        Instant until = rendering.now().plus(rendering.chosen(TransformSettings.ATTACHMENT_LINKS_LAST));
        return Map.of(
                "name", file.name(),
                "size", size(file.bytes().length),
                "link", links.link(rendering.list().address(), rendering.post().id(), file.part(), until),
                "until", until.atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    private static Map<String, Object> described(AttachedFile file) {
        return Map.of("name", file.name(), "size", size(file.bytes().length));
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, (bytes + 512) / 1024) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_048_576.0);
    }

    private static boolean isWhole(Message message) {
        return !message.contentType().isMultipart();
    }

    /** The mail is nothing but the file: its own fields stay, those about the content are the note's. */
    private static Message whole(Message message, Message note) {
        Headers headers = message.headers().without(Parts::isContent);
        for (var field : note.headers().fields()) {
            headers = headers.plus(field);
        }
        return message.with(headers.has("MIME-Version") ? headers : headers.plus("MIME-Version", "1.0"))
                .withBody(note.body());
    }
}

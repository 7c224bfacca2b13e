package org.sampan.mailserver.content;

import java.util.Optional;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/** The text of a whole message, to be searched: every language of it, forwarded mail, the names of attached files. */
public final class MessageText {
    private static final int DEEPEST = 12;
    private static final int LONGEST = 400_000;

    private final StringBuilder text = new StringBuilder();

    private MessageText() {}

    /** What cannot be read, or is encrypted, is left out; at most some 400,000 characters. */
    public static String of(Message message) {
        MessageText reader = new MessageText();
        reader.read(message, 0);
        AttachedFiles.of(message).forEach(it -> reader.add(it.name()));
        return reader.text.toString();
    }

    private void read(Message part, int depth) {
        if (depth > DEEPEST || text.length() > LONGEST) {
            return;
        }
        switch (part.contentType().mimeType()) {
            case "multipart/alternative" -> Multipart.read(part).ifPresent(it -> readBest(it, depth));
            case "message/rfc822", "message/global" -> readForwarded(part, depth);
            case "text/html" -> readText(part, PartText.page(part).map(HtmlText::of));
            case "text/plain" -> readText(part, PartText.plain(part));
            default -> Multipart.read(part).ifPresent(it -> it.parts().forEach(each -> read(each, depth + 1)));
        }
    }

    /** The same text twice is worth no more: plain where there is plain. */
    private void readBest(Multipart alternatives, int depth) {
        alternatives.parts().stream()
                .filter(it -> it.contentType().is("text/plain"))
                .findFirst()
                .or(() -> alternatives.parts().stream().reduce((first, next) -> next))
                .ifPresent(it -> read(it, depth + 1));
    }

    private void readForwarded(Message part, int depth) {
        TransferCoding.decode(part).map(Message::parse).ifPresent(inner -> {
            inner.headers().first("Subject").ifPresent(it -> add(it.text()));
            read(inner, depth + 1);
        });
    }

    private void readText(Message part, Optional<String> words) {
        boolean shown = !part.headers().value("Content-Disposition").startsWith("attachment");
        words.filter(it -> shown).ifPresent(this::add);
    }

    private void add(String words) {
        text.append(words, 0, Math.min(words.length(), Math.max(0, LONGEST - text.length())))
                .append('\n');
    }
}

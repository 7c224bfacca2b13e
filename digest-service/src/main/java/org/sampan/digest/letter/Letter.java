package org.sampan.digest.letter;

import java.util.List;
import java.util.Optional;

/**
 * A message as a page shows it.
 *
 * @param files what is attached and not shown in the text
 * @param remoteContent images from elsewhere were left out
 * @param encrypted the text is not for this page
 * @param language BCP 47 tag the message says of its text; may be empty
 */
public record Letter(
        List<Block> blocks, List<AttachedFile> attachments, boolean remoteContent, boolean encrypted, String language) {
    public Letter {
        blocks = List.copyOf(blocks);
        attachments = List.copyOf(attachments);
    }

    /**
     * A passage.
     *
     * @param kind {@code text}, {@code quoted}, {@code signature} (each with pieces) or {@code html}
     * @param html safe to put into a page as it is; empty for the other kinds
     */
    public record Block(String kind, List<Piece> pieces, String html) {
        static Block text(String kind, String text) {
            return new Block(kind, Links.in(text), "");
        }

        static Block html(String html) {
            return new Block("html", List.of(), html);
        }
    }

    /**
     * Some plain text.
     *
     * @param link http or https address the text links to; empty: none
     */
    public record Piece(String text, Optional<String> link) {}

    /**
     * A file in a message.
     *
     * @param part which part it is: numbers with points between
     * @param name without folders and control characters
     * @param bytes its size, decoded
     */
    public record AttachedFile(String part, String name, String type, long bytes) {}
}

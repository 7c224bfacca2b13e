package org.sampan.digest.letter;

/** A file out of a message. */
public record FileContent(Letter.AttachedFile file, byte[] content) {
    /** Whether browsers may show it in a page: pictures without scripts. */
    public boolean isPicture() {
        return switch (file.type()) {
            case "image/png", "image/jpeg", "image/gif", "image/webp" -> true;
            default -> false;
        };
    }
}

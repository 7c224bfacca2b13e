package org.sampan.digest.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the walk through a message's parts finds. */
final class LetterBuilder {
    private final Presentation presentation;
    private final List<Letter.Block> blocks = new ArrayList<>();
    private final List<Letter.AttachedFile> files = new ArrayList<>();
    private final Map<String, String> pictures = new HashMap<>();
    private boolean remoteContent;
    private boolean encrypted;
    private String language = "";

    LetterBuilder(Presentation presentation) {
        this.presentation = presentation;
    }

    void addText(String text) {
        blocks.addAll(PlainText.blocks(text));
    }

    void addHtml(String html) {
        LetterHtml letterHtml = new LetterHtml(presentation, pictures);
        String safe = letterHtml.safe(html);
        if (!safe.isBlank()) {
            blocks.add(Letter.Block.html(safe));
        }
        remoteContent |= letterHtml.hadRemoteContent();
    }

    void addFile(Letter.AttachedFile file) {
        files.add(file);
    }

    /** Must be told before the HTML that shows it. */
    void addPicture(String contentId, String part) {
        pictures.put(contentId, part);
    }

    void isEncrypted() {
        encrypted = true;
    }

    void isIn(String tag) {
        language = language.isEmpty() && tag.matches("[A-Za-z0-9-]{2,35}") ? tag : language;
    }

    Letter build() {
        return new Letter(blocks, files, remoteContent, encrypted, language);
    }
}

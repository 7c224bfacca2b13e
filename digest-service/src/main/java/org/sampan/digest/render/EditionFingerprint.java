package org.sampan.digest.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.OwnWords;
import org.sampan.digest.edition.Section;

/** A name for all that is added to it, in that order. */
final class EditionFingerprint {
    private static final int BYTES = 16;

    private final MessageDigest digest = sha256();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void add(String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** What it says in the main language. */
    void add(Edition edition) {
        add(edition.id() + " " + edition.datedAt());
        add(edition.title());
        add(edition.introduction().orElse(""));
        for (Section section : edition.sections()) {
            add(section.kind().slug());
            section.clippings().forEach(clipping -> add(clipping, edition.ownWords(clipping.id())));
        }
    }

    /** As far as it is printed: not its whole text. */
    void add(Clipping clipping, OwnWords own) {
        Story story = clipping.printed();
        add(clipping.id().toString());
        add(story.title());
        add(story.summary());
        add(story.byline() + " " + story.outlet() + " " + story.publishedAt() + " " + story.country());
        add(story.link() + " " + story.language());
        clipping.terms().rights().forEach(this::add);
        add(own.title());
        add(own.text());
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}

package org.sampan.mailserver.notice;

import java.util.List;

/** Answers to what people ask of a list by mail. */
public sealed interface RequestContent extends NoticeContent {
    /** One of each kind. */
    static List<RequestContent> samples() {
        return List.of(new Help(), new WhoAmI(Standing.DIGEST), new LanguageChanged());
    }

    /** What can be asked of the list by mail. */
    record Help() implements RequestContent {}

    /** How the reader stands to the list. */
    record WhoAmI(Standing standing) implements RequestContent {}

    /** The list writes to the reader in this language now. */
    record LanguageChanged() implements RequestContent {}

    /** What somebody is to a list. */
    enum Standing {
        EACH,
        DIGEST,
        NONE,
        SUSPENDED,
        STRANGER
    }
}

package org.sampan.mailserver.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reasons moderators need again and again; each has a text in every language, which a list may word in its own way. */
public enum RejectReason {
    OFF_TOPIC,
    ALREADY_SENT,
    FOR_ONE_PERSON,
    TOO_LARGE,
    TONE,
    SECRETARIAT_FIRST;

    /** As in REST: {@code off-topic}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty when there is no such reason. */
    public static Optional<RejectReason> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}

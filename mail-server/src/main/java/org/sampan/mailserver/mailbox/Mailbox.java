package org.sampan.mailserver.mailbox;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An address of our domain whose mail digest-service takes. A list of the same name comes first. */
public enum Mailbox {
    /** {@code clippings@}: articles that members and the secretariat pass on. */
    CLIPPINGS,
    /** {@code statements@}: statements to the lists, from accounts that have logged in only. */
    STATEMENTS;

    /** As it stands before the {@code @} and in REST. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mailbox> of(String word) {
        return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}

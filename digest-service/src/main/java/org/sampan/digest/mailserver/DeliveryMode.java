package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a list's posts come to one reader. */
public enum DeliveryMode {
    @JsonProperty("each")
    EACH,
    /** Gathered once a day, as a message of messages. */
    @JsonProperty("daily")
    DAILY,
    /** Gathered once a day, as one text. */
    @JsonProperty("daily-plain")
    DAILY_PLAIN,
    @JsonProperty("weekly")
    WEEKLY,
    @JsonProperty("weekly-plain")
    WEEKLY_PLAIN,
    /** Once a day who wrote about what. */
    @JsonProperty("titles")
    TITLES,
    @JsonProperty("none")
    NONE;

    /** By the contract's word. */
    public static Optional<DeliveryMode> parse(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    public boolean isWeekly() {
        return this == WEEKLY || this == WEEKLY_PLAIN;
    }

    /** As in the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

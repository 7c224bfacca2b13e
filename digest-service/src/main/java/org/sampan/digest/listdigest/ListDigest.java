package org.sampan.digest.listdigest;

import java.time.Instant;
import java.util.stream.Collectors;

/**
 * A digest that was decided on; what is in it does not change any more.
 *
 * @param number of the list's digests of every kind
 * @param volume counts the years, from 1
 * @param issue counts daily and weekly digests within the volume
 */
public record ListDigest(long number, NewListDigest content, int volume, int issue, Instant plannedAt) {
    /** Says what it is, so that the mail server takes it once. */
    public String messageId(String domain) {
        return "<digest." + content.list().name() + "." + number + "@" + domain + ">";
    }

    /** What the mail server has to know of its readers. */
    public String audience() {
        return "mode=" + content.mode().word() + "; zones="
                + content.zones().stream().map(it -> it.isEmpty() ? "-" : it).collect(Collectors.joining(","));
    }

    /** Where it is handed in. */
    public String address() {
        String list = content.list().text();
        return content.list().name() + "-digest" + list.substring(list.indexOf('@'));
    }
}

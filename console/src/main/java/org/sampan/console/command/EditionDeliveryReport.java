package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How far an edition is to its readers, for people. */
final class EditionDeliveryReport {

    private EditionDeliveryReport() {}

    /** Several lines; the last says when copies go that wait for an hour of their readers' day. */
    static String of(JsonNode delivery) {
        StringBuilder report = new StringBuilder("  delivery: ").append(Json.text(delivery, "state"));
        for (String field : new String[] {"recipients", "sent", "open", "deferred", "failed", "cancelled"}) {
            report.append(String.format(
                    Locale.ROOT, "%n%,12d  %s", delivery.path(field).asLong(), field));
        }
        String due = Json.text(delivery, "nextDueAt");
        return due.isEmpty()
                ? report.toString()
                : report.append("\n  next ")
                        .append(when(due, Json.text(delivery, "nextDueIn")))
                        .toString();
    }

    private static String when(String due, String zone) {
        ZonedDateTime there = Instant.parse(due).atZone(ZoneId.of(zone)).truncatedTo(ChronoUnit.MINUTES);
        return "at " + there.toLocalTime() + " in " + zone + ", " + there.toLocalDate() + " (" + due + ")";
    }
}

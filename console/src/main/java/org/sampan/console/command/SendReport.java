package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A send in words and a bar, for people. */
final class SendReport {

    private static final int WIDTH = 40;

    private SendReport() {}

    /** Several lines. */
    static String of(JsonNode delivery) {
        StringBuilder report = new StringBuilder(line(delivery)).append('\n');
        count(report, delivery, "recipients", "all who are to get it");
        count(report, delivery, "sent", "");
        count(report, delivery, "open", open(delivery));
        count(report, delivery, "deferred", nextAttempt(delivery));
        count(report, delivery, "failed", "refused for good");
        count(report, delivery, "left", "left the list before their copy went");
        count(report, delivery, "cancelled", "");
        halt(report, delivery.path("halt"));
        for (JsonNode reason : delivery.path("reasons")) {
            report.append(String.format(
                    Locale.ROOT,
                    "%,12d  %s: %s%n",
                    reason.path("copies").asLong(),
                    Json.text(reason, "status"),
                    Json.text(reason, "reply")));
        }
        return report.toString();
    }

    /** One line with a bar: {@code sending  [█████·····]  50 %  812.5/s  12 s left}. */
    static String line(JsonNode delivery) {
        long recipients = Math.max(1, delivery.path("recipients").asLong());
        double done = 1 - delivery.path("open").asDouble() / recipients;
        double well = delivery.path("sent").asDouble() / recipients;
        int ended = (int) Math.floor(done * WIDTH);
        int sent = Math.min(ended, (int) Math.floor(well * WIDTH));
        String bar = "█".repeat(sent) + "▒".repeat(ended - sent) + "·".repeat(WIDTH - ended);
        return Json.text(delivery, "state")
                + "  [" + bar + "]  " + (int) Math.floor(done * 100) + " %  "
                + Json.text(delivery, "ratePerSecond") + "/s" + timeLeft(delivery);
    }

    private static String timeLeft(JsonNode delivery) {
        JsonNode seconds = delivery.path("secondsLeft");
        if (!seconds.isNumber()) {
            return "";
        }
        long left = seconds.asLong();
        return left < 120 ? "  " + left + " s left" : "  " + (left + 59) / 60 + " min left";
    }

    private static void count(StringBuilder report, JsonNode delivery, String field, String words) {
        long copies = delivery.path(field).asLong();
        if (copies > 0 || field.equals("sent") || field.equals("recipients")) {
            report.append(String.format(Locale.ROOT, "%,12d  %-10s  %s", copies, field, words)
                            .stripTrailing())
                    .append('\n');
        }
    }

    private static String open(JsonNode delivery) {
        String due = Json.text(delivery, "nextDueAt");
        return "not offered to a server yet" + (due.isEmpty() ? "" : ", the next are due at " + due);
    }

    private static String nextAttempt(JsonNode delivery) {
        String next = Json.text(delivery, "nextAttemptAt");
        return next.isEmpty() ? "tried again later" : "next tried at " + next;
    }

    private static void halt(StringBuilder report, JsonNode halt) {
        if (halt.isObject()) {
            boolean itself = Json.text(halt, "reason").equals("refusals");
            report.append(
                            itself
                                    ? "Stopped by itself, since too many refused it, at "
                                    : "Stopped by " + Json.text(halt, "by") + " at ")
                    .append(Json.text(halt, "at"))
                    .append(".\n");
        }
    }
}

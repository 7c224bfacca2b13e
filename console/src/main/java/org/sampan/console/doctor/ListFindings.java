package org.sampan.console.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the mail server warns of, list by list ({@code GET /overview}), in words and with the cure. */
final class ListFindings {
    private ListFindings() {}

    static List<Finding> of(JsonNode lists) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode list : lists) {
            int before = findings.size();
            list.path("warnings")
                    .forEach(warning -> finding(list.path("list").asText(), warning.asText())
                            .ifPresent(findings::add));
            if (findings.size() == before && list.path("visibility").asText().equals("private")) {
                findings.add(Finding.good(
                        list.path("list").asText(), "believes proven authors only, and hides where they wrote from"));
            }
        }
        return findings;
    }

    /** Empty for a warning of a newer mail server. */
    private static Optional<Finding> finding(String list, String warning) {
        String set = ": ./sampan lists set " + list + " ";
        return Optional.ofNullable(
                switch (warning) {
                    case "anybody-joins" ->
                        Finding.wrong(list, "is private and anybody may join" + set + "joining=closed");
                    case "believes-from" ->
                        Finding.risky(
                                list,
                                "believes the From line: who knows a member's address can post as that member" + set
                                        + "senderProof=aligned nonMembers=hold (what proves nothing then waits for a moderator)");
                    case "takes-all-posts" ->
                        Finding.risky(list, "takes posts of everybody" + set + "nonMembers=reject");
                    case "shows-origins" ->
                        Finding.risky(
                                list,
                                "shows where and with what its authors wrote (Received lines and more)" + set
                                        + "hideOrigin=auto");
                    case "nobody-moderates" ->
                        Finding.risky(
                                list,
                                "has nobody to ask about held posts: ./sampan stewards add " + list + " owners EMAIL");
                    case "emergency-stop" ->
                        Finding.risky(list, "holds every post, as its owners chose" + set + "emergencyStop=false");
                    case "ailing-members" ->
                        Finding.risky(
                                list,
                                "has many members whose mail comes back: ./sampan members list " + list
                                        + " --standing suspended");
                    case "send-paused" ->
                        Finding.risky(
                                list,
                                "has a send that is paused: ./sampan delivery resume " + list
                                        + " POST (./sampan posts list " + list + " names it)");
                    default -> null;
                });
    }
}

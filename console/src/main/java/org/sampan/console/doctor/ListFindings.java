package org.sampan.console.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of the mailing lists, as REST shows them: a From line proves nothing, and a private list needs more. */
final class ListFindings {
    private ListFindings() {}

    static List<Finding> of(JsonNode lists) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode list : lists) {
            if (list.path("visibility").asText().equals("private")) {
                addPrivate(list, findings);
            }
        }
        return findings;
    }

    private static void addPrivate(JsonNode list, List<Finding> findings) {
        String address = list.path("address").asText();
        String set = ": ./sampan lists set " + address + " ";
        int before = findings.size();
        if (list.path("joining").asText().equals("open")) {
            findings.add(Finding.wrong(address, "is private and anybody may join" + set + "joining=closed"));
        }
        if (!list.path("senderProof").asText().equals("aligned")) {
            findings.add(Finding.risky(
                    address,
                    "believes the From line: who knows a member's address can post as that member" + set
                            + "senderProof=aligned nonMembers=hold (what proves nothing then waits for a moderator)"));
        }
        if (list.path("nonMembers").asText().equals("accept")) {
            findings.add(Finding.risky(address, "takes posts of everybody" + set + "nonMembers=reject"));
        }
        if (list.path("hideOrigin").asText().equals("off")) {
            findings.add(Finding.risky(
                    address,
                    "shows where and with what its authors wrote (Received lines and more)" + set + "hideOrigin=auto"));
        }
        if (findings.size() == before) {
            findings.add(Finding.good(address, "believes proven authors only, and hides where they wrote from"));
        }
    }
}

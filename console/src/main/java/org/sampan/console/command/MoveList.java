package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.sampan.console.moving.OldList;
import org.sampan.console.moving.OldMember;
import org.sampan.console.rest.RestPath;

/** Brings a list of another server onto one of ours, which must be there, and tells what does not come along. */
final class MoveList {
    private final Session session;
    private final String list;
    private final OldList old;
    private final ObjectNode report = Json.object();

    /** @param list its whole address */
    MoveList(Session session, String list, OldList old) {
        this.session = session;
        this.list = list;
        this.old = old;
    }

    /** @return the exit code: 1 when somebody could not be taken */
    int run(boolean check) {
        ObjectNode wanted = Json.fields(old.settings());
        JsonNode stewards = stewards();
        if (!check) {
            change(RestPath.of("lists", list), wanted);
            change(RestPath.of("lists", list, "stewards"), stewards);
        }
        JsonNode members = members(check);
        if (!check) {
            old.members().stream().filter(OldMember::isTextOnly).forEach(this::wantsText);
        }
        report.set("members", members);
        report.set("settings", wanted);
        report.set("stewards", stewards);
        old.remarks().forEach(report.withArray("remarks")::add);
        show(check);
        return members.path("rejected").asInt() == 0 ? 0 : 1;
    }

    private void change(RestPath path, JsonNode wanted) {
        if (!wanted.isEmpty()) {
            session.mailServer().patch(path, wanted);
        }
    }

    private JsonNode members(boolean check) {
        if (old.members().isEmpty()) {
            return Json.object();
        }
        RestPath path = RestPath.of("lists", list, "members").with("preview", check ? "true" : "");
        return session.mailServer().put(path, "text/csv", old.csv());
    }

    /** Nobody loses a role. */
    private JsonNode stewards() {
        ObjectNode wanted = Json.object();
        if (old.stewards().isEmpty()) {
            return wanted;
        }
        JsonNode now = session.mailServer().get(RestPath.of("lists", list, "stewards"));
        old.stewards().forEach((role, emails) -> {
            Set<String> all = new LinkedHashSet<>();
            now.path(role).forEach(each -> all.add(each.asText()));
            emails.stream()
                    .filter(email -> all.stream().noneMatch(email::equalsIgnoreCase))
                    .forEach(all::add);
            all.forEach(wanted.putArray(role)::add);
        });
        return wanted;
    }

    private void wantsText(OldMember member) {
        ObjectNode wanted = Json.object();
        wanted.putObject("preferences").put("textOnly", true);
        session.mailServer().patch(RestPath.of("people", member.email()), wanted);
    }

    private void show(boolean check) {
        if (session.json()) {
            session.say(Json.print(report));
            return;
        }
        JsonNode members = report.path("members");
        String would = check ? "would be " : "";
        if (!members.isEmpty()) {
            session.say(String.format(
                    "members: %s read; %s %sadded, %s %supdated, %s unchanged, %s rejected",
                    Json.text(members, "read"),
                    Json.text(members, "added"),
                    would,
                    Json.text(members, "updated"),
                    would,
                    Json.text(members, "unchanged"),
                    Json.text(members, "rejected")));
            members.path("problems")
                    .forEach(it -> session.say("  " + Json.text(it, "email") + ": " + Json.text(it, "reason")));
        }
        report.path("settings")
                .properties()
                .forEach(it -> session.say(
                        would + "set: " + it.getKey() + " = " + it.getValue().asText()));
        old.stewards().forEach((role, emails) -> session.say(role + ": " + String.join(", ", emails)));
        if (!old.remarks().isEmpty()) {
            session.say("What does not come along by itself:");
            old.remarks().forEach(it -> session.say("  " + it));
        }
    }
}

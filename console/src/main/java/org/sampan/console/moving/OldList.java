package org.sampan.console.moving;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A list of another server, gathered from its files. Not for several threads. */
public final class OldList {
    private static final List<String> COLUMNS =
            List.of("email", "name", "mode", "organisation", "country", "language", "timezone");

    private final Map<String, OldMember> members = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Set<String>> stewards = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param mode of all of them; empty: as the file tells */
    public void addMembers(Path file, String mode) throws IOException {
        OldRoster roster = OldRoster.read(file);
        note(file, roster.remarks());
        for (OldMember each : roster.people()) {
            OldMember member = mode.isEmpty() ? each : each.with(mode);
            members.merge(
                    key(each.email()), member, (before, now) -> now.mode().isEmpty() ? before : merged(before, now));
        }
    }

    /** @param role as in our contract: {@code owners}, {@code moderators} */
    public void addStewards(Path file, String role) throws IOException {
        OldRoster roster = OldRoster.read(file);
        note(file, roster.remarks());
        give(role, roster.people().stream().map(OldMember::email).toList());
    }

    public void addSettings(Path file) throws IOException {
        OldSettings old = OldSettings.read(file);
        note(file, old.remarks());
        settings.putAll(old.settings());
        give("owners", old.owners());
        give("moderators", old.moderators());
        give("banned", old.banned());
    }

    public Collection<OldMember> members() {
        return members.values();
    }

    public Map<String, String> settings() {
        return settings;
    }

    /** By role; only those with somebody. */
    public Map<String, Set<String>> stewards() {
        return stewards;
    }

    public List<String> remarks() {
        return remarks;
    }

    /** As our import takes them. */
    public String csv() {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            csv.printRecord(COLUMNS);
            for (OldMember each : members.values()) {
                csv.printRecord(COLUMNS.stream().map(it -> value(each, it)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String value(OldMember member, String column) {
        return switch (column) {
            case "email" -> member.email();
            case "name" -> member.name();
            case "mode" -> member.mode();
            default -> member.more().getOrDefault(column, "");
        };
    }

    private static OldMember merged(OldMember before, OldMember now) {
        return new OldMember(
                before.email(),
                before.name().isEmpty() ? now.name() : before.name(),
                now.mode(),
                before.isTextOnly() || now.isTextOnly(),
                before.more().isEmpty() ? now.more() : before.more());
    }

    private void give(String role, List<String> emails) {
        if (!emails.isEmpty()) {
            stewards.computeIfAbsent(role, it -> new LinkedHashSet<>())
                    .addAll(emails.stream().map(OldList::key).collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    private void note(Path file, List<String> found) {
        found.forEach(it -> remarks.add(file.getFileName() + ": " + it));
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}

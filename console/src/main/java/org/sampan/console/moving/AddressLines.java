package org.sampan.console.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code list_members -f}, {@code mailman members}, and Sympa's review: one address a line, with or without a name. */
final class AddressLines {
    private static final String ADDRESS = "(?<email>[^\\s<>@,;\"]+@[^\\s<>@,;\"]+)";
    private static final Pattern NAMED = Pattern.compile("\"?(?<name>.*?)\"?\\s*<" + ADDRESS + ">");
    /** Sympa puts the name behind. */
    private static final Pattern BARE = Pattern.compile(ADDRESS + "(?:\\s+(?<name>.+))?");

    private AddressLines() {}

    static OldRoster read(String text) {
        List<OldMember> people = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher named = NAMED.matcher(line);
            Matcher bare = BARE.matcher(line);
            if (named.matches()) {
                people.add(
                        new OldMember(named.group("email"), named.group("name").strip()));
            } else if (bare.matches()) {
                String name = bare.group("name");
                people.add(new OldMember(bare.group("email"), name == null ? "" : name.strip()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                remarks.add("line " + (i + 1) + ": no address: " + line);
            }
        }
        return new OldRoster(people, remarks);
    }
}

package org.sampan.console.moving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code sympa dump}: for each of its people some lines of a word and a value, then an empty line. */
final class SympaDump {
    private static final Pattern EMAIL = Pattern.compile("(?m)^email +\\S+@\\S+\\s*$");
    private static final Map<String, String> MODES = Map.of(
            "mail", "each",
            "txt", "each",
            "html", "each",
            "urlize", "each",
            "not_me", "each",
            "digest", "daily",
            "digestplain", "daily-plain",
            "summary", "titles",
            "notice", "titles",
            "nomail", "none");

    private SympaDump() {}

    static boolean isOne(String text) {
        return EMAIL.matcher(text).find();
    }

    static OldRoster read(String text) {
        List<OldMember> people = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (String stanza : text.split("\\R\\s*\\R")) {
            Map<String, String> words = words(stanza);
            String email = words.getOrDefault("email", "");
            if (!email.isEmpty()) {
                people.add(member(email, words, remarks));
            } else if (!stanza.isBlank()) {
                remarks.add("nobody's address in: " + stanza.lines().findFirst().orElse(""));
            }
        }
        return new OldRoster(people, remarks);
    }

    private static Map<String, String> words(String stanza) {
        Map<String, String> words = new LinkedHashMap<>();
        stanza.lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            words.put(parts[0], parts.length > 1 ? parts[1] : "");
        });
        return words;
    }

    private static OldMember member(String email, Map<String, String> words, List<String> remarks) {
        String reception = words.getOrDefault("reception", "mail");
        boolean isPaused = words.getOrDefault("suspend", "0").equals("1");
        if (!MODES.containsKey(reception)) {
            remarks.add(email + ": the way of receiving '" + reception + "' is not known here");
        }
        if (reception.equals("urlize") || reception.equals("not_me")) {
            remarks.add(email + ": '" + reception
                    + "' does not come along; own copies and attachments are chosen on the" + " reader's page");
        }
        if (isPaused) {
            remarks.add(email + ": was suspended there and gets nothing: ./sampan members set LIST " + email
                    + " mode=each");
        }
        return new OldMember(
                email,
                words.getOrDefault("gecos", ""),
                isPaused ? "none" : MODES.getOrDefault(reception, ""),
                reception.equals("txt"),
                Map.of());
    }
}

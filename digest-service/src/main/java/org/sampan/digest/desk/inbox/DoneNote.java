package org.sampan.digest.desk.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sampan.digest.journal.DeedId;

/**
 * What a page says was just done; it travels in the address.
 *
 * @param what the text's key: {@code inbox.done.<what>}
 * @param undo the deeds that can be taken back, with commas between them; empty when none can
 */
public record DoneNote(String what, int count, String undo) {
    private static final Set<String> KNOWN = Set.of(
            "omitted",
            "readmitted",
            "changed",
            "put",
            "no-draft",
            "carried",
            "sent",
            "undone",
            "late",
            "none",
            "merged",
            "in-edition",
            "split",
            "linked",
            "unlinked",
            "original",
            "confirmed",
            "translated",
            "written",
            "clipped",
            "known",
            "link-fine",
            "replaced");

    static Optional<DoneNote> of(Map<String, String> parameters) {
        String[] parts = parameters.getOrDefault("done", "").split("[.]", -1);
        return KNOWN.contains(parts[0])
                ? Optional.of(new DoneNote(
                        parts[0],
                        parts.length > 1 ? number(parts[1]) : 0,
                        parts.length > 2 && parts[2].matches("[0-9]{1,18}(_[0-9]{1,18}){0,99}") ? parts[2] : ""))
                : Optional.empty();
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    static String written(String what, int count, List<DeedId> undo) {
        return what + "." + count + "." + joined(undo);
    }

    static String joined(List<DeedId> undo) {
        return undo.stream().map(DeedId::toString).collect(Collectors.joining("_"));
    }

    static List<DeedId> deeds(String undo) {
        return Arrays.stream(undo.split("_"))
                .filter(part -> part.matches("[0-9]{1,18}"))
                .map(part -> new DeedId(Long.parseLong(part)))
                .toList();
    }
}

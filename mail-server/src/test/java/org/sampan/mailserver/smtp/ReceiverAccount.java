package org.sampan.mailserver.smtp;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What a {@link Receiver} keeps of each recipient, by its own doing and whatever the sender believes. Safe for many threads. */
public final class ReceiverAccount {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** @param taken how many messages it took @param lastAnswer the last reply that was about this recipient */
    public record Entry(int taken, String lastAnswer) {
        boolean isTaken() {
            return taken > 0;
        }

        /** The recipient never got a message, and was told that there never will be one. */
        public boolean isRefused() {
            return taken == 0 && lastAnswer.startsWith("5");
        }
    }

    void took(Collection<String> recipients, String answer) {
        recipients.forEach(it ->
                entries.merge(it, new Entry(1, answer), (was, now) -> new Entry(was.taken() + 1, answer)));
    }

    void refused(Collection<String> recipients, String answer) {
        recipients.forEach(it -> entries.merge(it, new Entry(0, answer), (was, now) -> new Entry(was.taken(), answer)));
    }

    public Map<String, Entry> entries() {
        return Map.copyOf(entries);
    }

    /** How often each recipient got a message; only those who did. */
    public Map<String, Integer> taken() {
        return entries.entrySet().stream()
                .filter(it -> it.getValue().isTaken())
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().taken()));
    }

    /** How many got one. */
    public int reached() {
        return (int) entries.values().stream().filter(Entry::isTaken).count();
    }

    /** Messages beyond the first, over all recipients. */
    public int doubled() {
        return entries.values().stream()
                .mapToInt(it -> Math.max(0, it.taken() - 1))
                .sum();
    }

    /** Who got nothing, of these. */
    public List<String> missing(Collection<String> expected) {
        Map<String, Integer> taken = taken();
        return expected.stream().filter(it -> !taken.containsKey(it)).toList();
    }
}

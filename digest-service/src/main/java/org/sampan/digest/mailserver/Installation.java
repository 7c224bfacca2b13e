package org.sampan.digest.mailserver;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mail server as its operator sees it. As {@link MailServer}: blocking, safe for many threads. */
public final class Installation {
    private static final int UNWELL = 503;

    private final RestCalls calls;

    /**
     * @param admin where the REST is
     * @param tokenFile holds the bearer token
     */
    public Installation(URI admin, Path tokenFile) {
        this.calls = new RestCalls(admin, new SecretFile(tokenFile));
    }

    /**
     * How one list stands.
     *
     * @param held posts that wait for a moderator
     * @param waiting people who want to be let in
     * @param sends posts on their way
     * @param warnings what the operator should look at
     */
    public record ListState(
            ListAddress list,
            String listName,
            MailingList.Visibility visibility,
            long members,
            long suspended,
            long held,
            long waiting,
            Optional<Instant> lastPostAt,
            long sends,
            long paused,
            List<String> warnings) {}

    /** Every list, by address. */
    public List<ListState> lists() {
        return calls.get(Overview.class, "/overview").map(Overview::lists).orElse(List.of());
    }

    /** The parts of the mail server, and whether each is {@code up}; empty when it does not answer at all. */
    public Map<String, String> health() {
        try {
            return calls.getEven(Health.class, UNWELL, "/health")
                    .map(Health::parts)
                    .orElse(Map.of());
        } catch (MailServerUnavailable | MailServerRefused away) {
            return Map.of();
        }
    }

    /** @throws MailServerRefused saying what is not allowed, or 409 when there is such a list */
    public void make(ListAddress list, Map<String, String> settings) {
        Map<String, Object> body = new LinkedHashMap<>(settings);
        body.put("address", list);
        calls.post(Map.class, body, "/lists");
    }

    /** With its members, its posts and everything. False when there was none. */
    public boolean remove(ListAddress list) {
        return calls.delete("/lists/{list}", list);
    }

    private record Overview(List<ListState> lists) {}

    private record Health(String status, Map<String, String> parts) {}
}

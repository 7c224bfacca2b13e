package org.sampan.digest.mailserver;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rosters of lists, as those who look after them see and change them. As {@link MailServer}: blocking, safe for many threads. */
public final class RosterCare {
    private static final String CSV = "text/csv;charset=utf-8";
    private static final String MEMBER = "/lists/{list}/members/{email}";

    private final RestCalls calls;

    /**
     * @param admin where the REST is
     * @param tokenFile holds the bearer token
     */
    public RosterCare(URI admin, Path tokenFile) {
        this.calls = new RestCalls(admin, new SecretFile(tokenFile));
    }

    /** @param next where the next page begins; empty on the last */
    public record Page(List<Member> members, Optional<String> next) {}

    /** Somebody on a list. */
    public record Member(
            String email,
            String name,
            String organisation,
            String country,
            String language,
            String timezone,
            DeliveryMode mode,
            Person.State state,
            boolean moderated,
            Instant joinedAt) {}

    /** How many members there are of each kind. */
    public record Facets(
            long members,
            List<Facet> countries,
            List<Facet> organisations,
            List<Facet> modes,
            List<Facet> standings,
            Instant countedAt) {}

    public record Facet(String value, long members) {}

    /** What owners may know of a member. */
    public record MemberRecord(Member member, Preferences preferences, Consent consent, Bounces bounces) {}

    /** @param text what was agreed to; may be empty */
    public record Consent(String how, Instant at, String visitor, String words, String text) {}

    /** @param trouble empty: mail arrives */
    public record Bounces(double score, Optional<Trouble> trouble, List<Seen> seen) {}

    /** @param stage {@code warned}, {@code probed} or {@code suspended} */
    public record Trouble(String stage, Instant since, Optional<Instant> removedAt) {}

    /** @param kind {@code hard}, {@code soft}, {@code full}, {@code policy}, {@code spam} or {@code content} */
    public record Seen(Instant at, String kind, String status, String reply, double points, boolean storm) {}

    /**
     * What an owner changes of a membership.
     *
     * @param state empty: it stays
     */
    public record Change(Optional<DeliveryMode> mode, Optional<Boolean> moderated, Optional<Person.State> state) {}

    /**
     * What became, or would become, of a file.
     *
     * @param first of a preview: the first lines as they were read
     */
    public record Report(
            long read,
            long added,
            long updated,
            long unchanged,
            long rejected,
            List<LineProblem> problems,
            List<FirstLine> first) {
        public Report(
                long read,
                long added,
                long updated,
                long unchanged,
                long rejected,
                List<LineProblem> problems,
                @Nullable List<FirstLine> first) {
            this.read = read;
            this.added = added;
            this.updated = updated;
            this.unchanged = unchanged;
            this.rejected = rejected;
            this.problems = List.copyOf(problems);
            this.first = first == null ? List.of() : List.copyOf(first);
        }
    }

    public record LineProblem(long line, String email, String reason) {
        /** The column that was wrong; {@code line} when none in particular. */
        public String column() {
            int end = reason.indexOf(": ");
            String word = end < 0 ? "" : reason.substring(0, end);
            return List.of("email", "mode", "timezone", "language", "name", "organisation", "country")
                            .contains(word)
                    ? word
                    : "line";
        }
    }

    /** @param becomes {@code added}, {@code updated} or {@code unchanged} */
    public record FirstLine(
            String email,
            String name,
            String organisation,
            String country,
            String language,
            String timezone,
            String mode,
            String becomes) {}

    /** Whom an invitation by file would reach. */
    public record InvitePreview(long read, List<LineProblem> problems, List<Invitee> results) {
        public List<Invitee> reached() {
            return results.stream().filter(it -> it.result().equals("invited")).toList();
        }
    }

    /** @param result {@code invited}, or why not */
    public record Invitee(String email, String name, String language, String result) {}

    public Page page(ListAddress list, RosterSearch search, int limit) {
        List<Object> names = new ArrayList<>(List.of(list, limit));
        String query = search.query(names);
        return calls.get(
                        Page.class,
                        "/lists/{list}/members?limit={limit}" + (query.isEmpty() ? "" : "&" + query),
                        names.toArray())
                .orElseGet(() -> new Page(List.of(), Optional.empty()));
    }

    /** How many there are of each kind among those found; empty for a list there is not. */
    public Optional<Facets> facets(ListAddress list, RosterSearch search) {
        return calls.get(Facets.class, "/lists/{list}/facets" + question(list, search), names(list, search));
    }

    /** Empty when nobody of this address is on the list. */
    public Optional<MemberRecord> record(ListAddress list, EmailAddress member) {
        return calls.get(MemberRecord.class, MEMBER + "/record", list, member);
    }

    /** False when nobody of this address is on the list. */
    public boolean change(ListAddress list, EmailAddress member, Change change) {
        Map<String, Object> body = new LinkedHashMap<>();
        change.mode().ifPresent(mode -> body.put("mode", mode.word()));
        change.moderated().ifPresent(moderated -> body.put("moderated", moderated));
        change.state().ifPresent(state -> body.put("state", state == Person.State.ACTIVE ? "active" : "suspended"));
        return calls.patch(Member.class, body, MEMBER, list, member).isPresent();
    }

    /** False when nobody of this address was on the list. */
    public boolean remove(ListAddress list, EmailAddress member) {
        return calls.delete(MEMBER, list, member);
    }

    /** Writes the members as CSV while they are read, whatever {@link RosterSearch#after} says. */
    public void export(ListAddress list, RosterSearch search, OutputStream out) {
        calls.stream(out, "/lists/{list}/members.csv" + question(list, search), names(list, search));
    }

    /** Whatever page it is. */
    private static String question(ListAddress list, RosterSearch search) {
        String query = search.firstPage().query(new ArrayList<>(List.of(list)));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static Object[] names(ListAddress list, RosterSearch search) {
        List<Object> names = new ArrayList<>(List.of(list));
        search.firstPage().query(names);
        return names.toArray();
    }

    /**
     * Says what an import would do.
     *
     * @throws MailServerRefused saying why, when the file cannot be read at all
     */
    public Optional<Report> preview(ListAddress list, InputStream csv) {
        return calls.put(Report.class, CSV, csv, "/lists/{list}/members?preview=true", list);
    }

    /** Puts everybody of the file on the list. */
    public Optional<Report> importFile(ListAddress list, InputStream csv) {
        return calls.put(Report.class, CSV, csv, "/lists/{list}/members", list);
    }

    /** Says whom an invitation would reach. */
    public Optional<InvitePreview> previewInvitations(ListAddress list, InputStream csv) {
        return calls.put(InvitePreview.class, CSV, csv, "/lists/{list}/invitations/preview", list);
    }
}

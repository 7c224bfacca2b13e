package org.sampan.digest.mailserver;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What those who look after a list ask of the mail server. As {@link MailServer}: blocking, safe for many threads. */
public final class ListCare {
    private static final int CONFLICT = 409;
    private static final int LATEST_DECISIONS = 20;

    private final RestCalls calls;

    ListCare(RestCalls calls) {
        this.calls = calls;
    }

    /**
     * One setting with its value on a list.
     *
     * @param choices empty when the value is free
     */
    public record Setting(
            String name,
            String group,
            Form form,
            String allowed,
            List<String> choices,
            String value,
            String explanation) {
        /** The same with another value. */
        public Setting with(String other) {
            return new Setting(name, group, form, allowed, choices, other, explanation);
        }
    }

    /**
     * How a value is written, in parts; empty where there is none.
     *
     * @param kind as in the contract: {@code number}, {@code period}
     * @param unit what a number counts
     */
    public record Form(String kind, String unit, String least, String most) {}

    /**
     * What is looked at when somebody posts.
     *
     * @param applies whether it does with the list's settings
     */
    public record Rule(int order, String name, boolean applies, String explanation) {}

    /** Somebody who waits to be let in. */
    public record Applicant(String id, String email, String name, String language, Instant askedAt) {}

    /**
     * What was decided about an applicant.
     *
     * @param decision {@code admitted} or {@code refused}
     * @param reason what a refused one was told; may be empty
     */
    public record Admission(String email, String name, String decision, String by, Instant at, String reason) {}

    /** @param result {@code invited}, or why not */
    public record Invited(String email, String result) {}

    /** Somebody to be invited; name and language may be empty. */
    public record Invitee(String email, String name, String language) {}

    /**
     * What was decided about a held post.
     *
     * @param decision {@code approved}, {@code accepted}, {@code rejected}, {@code discarded} or {@code expired}
     */
    public record Decision(String id, String from, String subject, String decision, String by, Instant at) {}

    /** What happened on a list on one day. */
    public record Day(
            LocalDate day, long members, long joined, long left, long sent, long deferred, long failed, long bounced) {}

    /** What people can be to a list. */
    public enum Role {
        OWNERS,
        MODERATORS,
        BANNED;

        /** As in the contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty when the word is none of these. */
        public static Optional<Role> of(String word) {
            return List.of(values()).stream()
                    .filter(it -> it.word().equals(word))
                    .findFirst();
        }
    }

    /** By group, as the mail server orders them. */
    public List<Setting> settings(ListAddress list) {
        Map<?, ?> values = calls.get(Map.class, "/lists/{list}", list).orElse(Map.of());
        return standards().stream()
                .map(it -> values.containsKey(it.name()) ? it.with(text(values.get(it.name()))) : it)
                .toList();
    }

    /** With the values a new list has. */
    public List<Setting> standards() {
        List<Setting> all =
                calls.get(Catalogue.class, "/list-settings").map(Catalogue::settings).orElse(List.of()).stream()
                        .map(Entry::setting)
                        .toList();
        List<String> groups = all.stream().map(Setting::group).distinct().toList();
        return all.stream()
                .sorted(Comparator.comparingInt(it -> groups.indexOf(it.group())))
                .toList();
    }

    /** In order; explained in the language. */
    public List<Rule> rules(ListAddress list, Locale language) {
        return calls.get(Rules.class, "/lists/{list}/rules?language={language}", list, language.toLanguageTag())
                .map(Rules::rules)
                .orElse(List.of());
    }

    /** @throws MailServerRefused saying what is not allowed */
    public void change(ListAddress list, Map<String, String> changed) {
        if (!changed.isEmpty()) {
            calls.patch(Map.class, changed, "/lists/{list}", list);
        }
    }

    public List<Applicant> waiting(ListAddress list) {
        return calls.get(Waiting.class, "/lists/{list}/waiting", list)
                .map(Waiting::waiting)
                .orElse(List.of());
    }

    /**
     * False when nobody waits under this number any more.
     *
     * @param by who decides, as to be shown to the others
     */
    public boolean decide(ListAddress list, String id, boolean admit, String by, String reason) {
        return calls.post(
                        Map.class,
                        admit ? Map.of("by", by) : Map.of("by", by, "reason", reason.strip()),
                        "/lists/{list}/waiting/{id}/" + (admit ? "admit" : "refuse"),
                        list,
                        id)
                .isPresent();
    }

    /** The latest decisions about who comes on the list, newest first. */
    public List<Admission> admissions(ListAddress list) {
        return calls.get(Admissions.class, "/lists/{list}/admissions?limit={limit}", list, LATEST_DECISIONS)
                .map(Admissions::admissions)
                .orElse(List.of());
    }

    public List<Invited> invite(ListAddress list, List<Invitee> people, String words) {
        return calls.post(Results.class, Map.of("people", people, "words", words), "/lists/{list}/invitations", list)
                .map(Results::results)
                .orElse(List.of());
    }

    /**
     * Calls back the copies of a post that have not left yet.
     *
     * @throws MailServerRefused with status 409 when it is too late
     */
    public Optional<DeliveryProgress> cancelSend(ListAddress list, PostId post, String by) {
        return calls.post(
                DeliveryProgress.class, Map.of("by", by), "/lists/{list}/posts/{post}/delivery/cancel", list, post);
    }

    /** The latest, newest first; of a list there is not, none. */
    public List<Decision> decisions(ListAddress list, Locale language) {
        return calls.get(
                        Decisions.class,
                        "/lists/{list}/decisions?limit={limit}&language={language}",
                        list,
                        LATEST_DECISIONS,
                        language.toLanguageTag())
                .map(Decisions::decisions)
                .orElse(List.of());
    }

    /** The last days, oldest first. */
    public List<Day> figures(ListAddress list, int days) {
        return calls.get(Figures.class, "/lists/{list}/figures?days={days}", list, days)
                .map(Figures::days)
                .orElse(List.of());
    }

    /** @throws MailServerRefused when this is no address, or no pattern to ban */
    public void give(ListAddress list, Role role, String email) {
        calls.post(Stewards.class, Map.of("email", email), "/lists/{list}/stewards/{role}", list, role.word());
    }

    /** False when this is the last owner, who stays. */
    public boolean take(ListAddress list, Role role, String email) {
        try {
            calls.delete(Stewards.class, "/lists/{list}/stewards/{role}/{email}", list, role.word(), email);
            return true;
        } catch (MailServerRefused refused) {
            if (refused.status() == CONFLICT) {
                return false;
            }
            throw refused;
        }
    }

    /** As an owner writes it: lists by commas. */
    private static String text(@Nullable Object value) {
        if (value instanceof List<?> many) {
            return String.join(", ", many.stream().map(String::valueOf).toList());
        }
        return value == null ? "" : value.toString();
    }

    private record Catalogue(List<Entry> settings) {}

    private record Entry(
            String name,
            String group,
            @Nullable FormEntry form,
            String allowed,
            List<String> choices,
            @Nullable Object standard,
            String explanation) {
        Setting setting() {
            FormEntry told = form == null ? new FormEntry(null, null, null, null) : form;
            return new Setting(name, group, told.form(), allowed, choices, text(standard), explanation);
        }
    }

    private record FormEntry(
            @Nullable String kind,
            @Nullable String unit,
            @Nullable String least,
            @Nullable String most) {
        Form form() {
            return new Form(text(kind), text(unit), text(least), text(most));
        }
    }

    private record Rules(List<Rule> rules) {}

    private record Decisions(List<Decision> decisions, Optional<String> next) {}

    private record Admissions(List<Admission> admissions, Optional<String> next) {}

    private record Figures(ListAddress list, List<Day> days) {}

    private record Waiting(List<Applicant> waiting) {}

    private record Results(List<Invited> results) {}
}

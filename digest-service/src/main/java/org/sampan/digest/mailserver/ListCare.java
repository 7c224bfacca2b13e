package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What those who look after a list ask of the mail server. As {@link MailServer}: blocking, safe for many threads. */
public final class ListCare {
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
            String name, String group, String allowed, List<String> choices, String value, String explanation) {}

    /** @param after the last address of the page before; empty: from the start */
    public record Search(String q, String mode, String after, int limit) {}

    /** @param next where the next page begins; empty on the last */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Members(List<Member> members, Optional<String> next) {}

    /** Somebody on a list. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Member(
            String email,
            String name,
            String organisation,
            String country,
            String language,
            DeliveryMode mode,
            Person.State state,
            boolean moderated,
            Instant joinedAt) {}

    /** Somebody who waits to be let in. */
    public record Applicant(String id, String email, String name, String language, Instant askedAt) {}

    /** @param result {@code invited}, or why not */
    public record Invited(String email, String result) {}

    /** By group, as the mail server orders them. */
    public List<Setting> settings(ListAddress list) {
        Map<?, ?> values = calls.get(Map.class, "/lists/{list}", list).orElse(Map.of());
        return calls.get(Catalogue.class, "/list-settings").map(Catalogue::settings).orElse(List.of()).stream()
                .map(it -> new Setting(
                        it.name(),
                        it.group(),
                        it.allowed(),
                        it.choices(),
                        text(values.containsKey(it.name()) ? values.get(it.name()) : it.standard()),
                        it.explanation()))
                .toList();
    }

    /** @throws MailServerRefused saying what is not allowed */
    public void change(ListAddress list, Map<String, String> changed) {
        if (!changed.isEmpty()) {
            calls.patch(Map.class, changed, "/lists/{list}", list);
        }
    }

    public Members members(ListAddress list, Search search) {
        StringBuilder path = new StringBuilder("/lists/{list}/members?limit={limit}");
        List<Object> names = new ArrayList<>(List.of(list, search.limit()));
        add(path, names, "q", search.q());
        add(
                path,
                names,
                "mode",
                DeliveryMode.parse(search.mode()).map(DeliveryMode::word).orElse(""));
        add(
                path,
                names,
                "after",
                EmailAddress.parse(search.after()).map(EmailAddress::text).orElse(""));
        return calls.get(Members.class, path.toString(), names.toArray())
                .orElseGet(() -> new Members(List.of(), Optional.empty()));
    }

    public List<DeliveryMode> modes() {
        return Arrays.asList(DeliveryMode.values());
    }

    public List<Applicant> waiting(ListAddress list) {
        return calls.get(Waiting.class, "/lists/{list}/waiting", list)
                .map(Waiting::waiting)
                .orElse(List.of());
    }

    /** False when nobody waits under this number any more. */
    public boolean decide(ListAddress list, String id, boolean admit, String reason) {
        return calls.post(
                        Map.class,
                        admit ? Map.of() : Map.of("reason", reason.strip()),
                        "/lists/{list}/waiting/{id}/" + (admit ? "admit" : "refuse"),
                        list,
                        id)
                .isPresent();
    }

    public List<Invited> invite(ListAddress list, List<String> emails, String words) {
        return calls.post(Results.class, Map.of("emails", emails, "words", words), "/lists/{list}/invitations", list)
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

    private static void add(StringBuilder path, List<Object> names, String name, String value) {
        if (!value.isEmpty()) {
            path.append('&').append(name).append("={").append(name).append('}');
            names.add(value);
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
            String allowed,
            List<String> choices,
            @Nullable Object standard,
            String explanation) {}

    private record Waiting(List<Applicant> waiting) {}

    private record Results(List<Invited> results) {}
}

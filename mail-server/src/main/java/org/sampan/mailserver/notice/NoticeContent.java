package org.sampan.mailserver.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * What a notice says. Each kind is a record in one of the groups, has a template of its name ({@code confirm-join.ftl}) that may
 * use its components, the texts of that name in every bundle, and a sample in {@code samples()} of its group: with the samples all
 * templates are tried at every start.
 *
 * <p>A component may be a list of records; a template then has a list of what they hold.
 */
public sealed interface NoticeContent
        permits AddressContent, BounceContent, JoiningContent, ModerationContent, RequestContent, SendContent {
    /** The template's name: {@code confirm-join} for {@link JoiningContent.ConfirmJoin}. */
    default String kind() {
        return kind(getClass());
    }

    /** @see #kind() */
    static String kind(Class<?> content) {
        return content.getSimpleName().replaceAll("(?<=[a-zA-Z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The records of all groups. */
    static List<Class<?>> kinds() {
        return kinds(NoticeContent.class).toList();
    }

    /** At least one of each kind, from invented people and addresses. */
    static List<NoticeContent> samples() {
        return Stream.of(
                        JoiningContent.samples(),
                        AddressContent.samples(),
                        RequestContent.samples(),
                        ModerationContent.samples(),
                        SendContent.samples(),
                        BounceContent.samples())
                .flatMap(List::stream)
                .<NoticeContent>map(it -> it)
                .toList();
    }

    /** A content that is answered by mail as well as by link: what a reply goes to. */
    default Optional<EmailAddress> replyTo() {
        return Optional.empty();
    }

    /** A content to a member, who may leave by one click (RFC 8058): the link for that. */
    default Optional<String> leave() {
        return Optional.empty();
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(NoticeContent::kinds)
                : Stream.of(type);
    }
}

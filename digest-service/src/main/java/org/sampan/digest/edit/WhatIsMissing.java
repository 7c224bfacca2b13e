package org.sampan.digest.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Text;
import org.springframework.stereotype.Component;

/** What a version lacks to be sent. */
@Component
public class WhatIsMissing {
    /** Files travel in base64, in lines of 76. */
    private static final double ENCODED = 78 / 76.0 * 4 / 3;

    private final MailServer mailServer;

    WhatIsMissing(MailServer mailServer) {
        this.mailServer = mailServer;
    }

    /**
     * Empty when it can go.
     *
     * @throws org.sampan.digest.mailserver.MailServerUnavailable when the lists cannot be asked
     */
    public List<Unfit> in(StatementVersion version) {
        Content content = version.content();
        List<Unfit> missing = new ArrayList<>();
        for (Text text : content.texts()) {
            if (!text.isWhole()) {
                missing.add(new Unfit(
                        "texts", "unwritten", Map.of("language", text.language().toLanguageTag())));
            } else if (content.isStale(text) && !content.goesOlder(text)) {
                missing.add(new Unfit(
                        "texts", "older", Map.of("language", text.language().toLanguageTag())));
            }
        }
        if (!version.id().isFirst() && content.original().changes().isBlank()) {
            missing.add(new Unfit("changes", "changes"));
        }
        if (content.files().stream().anyMatch(file -> file.type().equals(CheckFile.MAIL))) {
            missing.add(new Unfit("attachment", "mail-file"));
        }
        if (content.destinations().isEmpty()) {
            missing.add(new Unfit("lists", "no-list"));
        }
        missing.addAll(lists(content));
        return missing;
    }

    private List<Unfit> lists(Content content) {
        Map<ListAddress, MailingList> known =
                mailServer.lists().stream().collect(Collectors.toMap(MailingList::address, Function.identity()));
        List<Unfit> missing = new ArrayList<>();
        long bytes = bytes(content);
        for (Destination to : content.destinations()) {
            Optional<MailingList> list = Optional.ofNullable(known.get(to.list()));
            if (list.isEmpty()) {
                missing.add(new Unfit(
                        "lists", "unknown-list", Map.of("list", to.list().text())));
            } else if (bytes > list.get().maxBytes()) {
                missing.add(new Unfit(
                        "files",
                        "too-large-for-list",
                        Map.of("list", to.list().text(), "most", list.get().maxBytes(), "bytes", bytes)));
            }
        }
        return missing;
    }

    /** About as many as its mail has. */
    public static long bytes(Content content) {
        long files = content.files().stream().mapToLong(StatementFile::bytes).sum();
        long letters = content.texts().stream()
                .mapToLong(
                        text -> text.body().source().length() + text.changes().length())
                .sum();
        // Each text twice, as HTML and plain, in letters of three bytes that are encoded in turn.
        return (long) (files * ENCODED + letters * 2 * 3 * ENCODED);
    }
}

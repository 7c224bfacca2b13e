package org.sampan.digest.statement;

import java.util.List;
import java.util.Locale;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.markdown.Markdown;

/** A statement before it has a number. */
public record NewStatement(
        String subject, Locale language, Markdown body, List<Attachment> attachments, List<ListAddress> lists) {
    public NewStatement {
        attachments = List.copyOf(attachments);
        lists = lists.stream().distinct().toList();
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject of one line is needed");
        }
    }
}

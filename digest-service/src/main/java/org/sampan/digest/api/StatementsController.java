package org.sampan.digest.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.production.StatementDispatch;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.Attachment;
import org.sampan.digest.statement.NewStatement;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.Statements;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code /api/statements}: a statement to one or more lists. */
@RestController
class StatementsController {
    private final Statements statements;
    private final StatementDispatch dispatch;
    private final MailServer mailServer;
    private final Settings settings;
    private final Clock clock;

    StatementsController(
            Statements statements, StatementDispatch dispatch, MailServer mailServer, Settings settings, Clock clock) {
        this.statements = statements;
        this.dispatch = dispatch;
        this.mailServer = mailServer;
        this.settings = settings;
        this.clock = clock;
    }

    /** {@code pending}: kept, and tried again until the mail server takes it. */
    record Accepted(long id, String messageId, List<String> lists, List<String> pending) {}

    @PostMapping("/api/statements")
    @ResponseStatus(HttpStatus.CREATED)
    Accepted add(
            @RequestParam(required = false) List<String> list,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam Optional<String> language,
            @RequestParam(required = false) Optional<MultipartFile> body,
            @RequestParam(required = false) List<MultipartFile> attachment) {
        List<MailingList> lists = lists(Optional.ofNullable(list).orElse(List.of()));
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw Refused.field("subject", "subject must be one line");
        }
        Statement kept = statements.add(
                new NewStatement(
                        subject.strip(),
                        Locale.forLanguageTag(language.orElse(lists.get(0).language())),
                        text(body),
                        attachments(Optional.ofNullable(attachment).orElse(List.of())),
                        lists.stream().map(MailingList::address).toList()),
                clock.instant());
        dispatch.send(kept.id());
        return answer(statements.find(kept.id()).orElseThrow());
    }

    private List<MailingList> lists(List<String> addresses) {
        if (addresses.isEmpty()) {
            throw Refused.field("list", "name at least one list");
        }
        List<MailingList> lists = new ArrayList<>();
        for (String address : addresses) {
            lists.add(address(address)
                    .flatMap(mailServer::list)
                    .orElseThrow(() -> Refused.field("list", "there is no list " + address)));
        }
        return lists;
    }

    private Optional<ListAddress> address(String text) {
        try {
            return Optional.of(text.contains("@") ? new ListAddress(text) : ListAddress.of(text, settings.domain()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Markdown text(Optional<MultipartFile> body) {
        byte[] bytes = bytes("body", body.orElseThrow(() -> Refused.field("body", "body must be a Markdown file")));
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                throw Refused.field("body", "body is empty");
            }
            return new Markdown(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            throw Refused.field("body", "body is not text in UTF-8");
        }
    }

    private static List<Attachment> attachments(List<MultipartFile> files) {
        return files.stream()
                .map(file -> Attachment.of(
                        Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                        Optional.ofNullable(file.getContentType()).orElse(""),
                        bytes("attachment", file)))
                .toList();
    }

    private static byte[] bytes(String field, MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw Refused.field(field, field + " cannot be read: " + broken.getMessage());
        }
    }

    private Accepted answer(Statement statement) {
        return new Accepted(
                statement.id().value(),
                statement.id().messageId(settings.domain()),
                statement.content().lists().stream().map(ListAddress::text).toList(),
                statement.unsent().stream().map(ListAddress::text).toList());
    }
}

package org.sampan.digest.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sampan.digest.edit.CheckFile;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.Contact;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.Text;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The form of {@code POST /api/statements}: fields of the original by their names, those of a translation with a point
 * and its language behind, as in {@code subject.km}.
 */
@Component
final class StatementForm {
    private final MailServer mailServer;
    private final CheckFile checkFile;
    private final Settings settings;

    StatementForm(MailServer mailServer, CheckFile checkFile, Settings settings) {
        this.mailServer = mailServer;
        this.checkFile = checkFile;
        this.settings = settings;
    }

    /** @throws Refused naming the field at fault */
    Content read(MultipartHttpServletRequest form) {
        List<MailingList> lists = lists(values(form, "list"));
        Locale original = Locale.forLanguageTag(
                value(form, "language").orElse(lists.get(0).language()));
        List<Text> texts = new ArrayList<>();
        texts.add(text(form, original, ""));
        List<Locale> others = translations(form);
        others.forEach(language ->
                texts.add(text(form, language, "." + language.toLanguageTag()).madeFrom(texts.get(0))));
        if (texts.size() > Content.MOST_LANGUAGES
                || texts.stream().map(Text::language).distinct().count() < texts.size()) {
            throw Refused.field("body", "up to " + Content.MOST_LANGUAGES + " languages, each once");
        }
        List<StatementFile> files = new ArrayList<>(attachments(form, "attachment", Optional.empty()));
        List<Contact> contacts = new ArrayList<>(contacts(form, "contact", original));
        for (Locale language : others) {
            files.addAll(attachments(form, "attachment." + language.toLanguageTag(), Optional.of(language)));
            contacts.addAll(contacts(form, "contact." + language.toLanguageTag(), language));
        }
        return new Content(
                texts,
                files,
                contacts,
                values(form, "signatory").stream().map(String::strip).toList(),
                destinations(lists, value(form, "again").filter("true"::equals).isPresent()),
                value(form, "embargo").map(StatementForm::embargo));
    }

    /** Says in the correction what the form says; of what it does not name, everything stays. */
    void correct(Statement begun, MultipartHttpServletRequest form, EditStatement edit) {
        Content now = begun.latest().content();
        Text first = now.original();
        for (Text text : now.texts()) {
            boolean original = text.equals(first);
            String suffix = original ? "" : "." + text.language().toLanguageTag();
            MultipartFile body = form.getFile("body" + suffix);
            Text said = text.saying(
                    value(form, "subject" + suffix).orElse(text.subject()),
                    body == null ? text.body() : markdown("body" + suffix, bytes("body" + suffix, body)),
                    value(form, "changes" + suffix).orElse(""));
            Text agreed = original || said.equals(text) ? said : said.madeFrom(now.original());
            now = edit.say(begun.id(), agreed, now.contacts(text.language()), Actor.OPERATOR)
                    .latest()
                    .content();
        }
        List<StatementFile> files = attachments(form, "attachment", Optional.empty());
        if (!files.isEmpty()) {
            edit.attach(begun.id(), files, Actor.OPERATOR);
        }
        if (!values(form, "list").isEmpty()) {
            edit.address(begun.id(), destinations(lists(values(form, "list")), false), Actor.OPERATOR);
        }
    }

    private static List<Destination> destinations(List<MailingList> lists, boolean again) {
        return lists.stream()
                .map(list -> new Destination(list.address(), Optional.empty(), again))
                .distinct()
                .toList();
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

    /** Languages that a body is named for, by tag. */
    private static List<Locale> translations(MultipartHttpServletRequest form) {
        Map<String, Locale> languages = new TreeMap<>();
        form.getFileMap().keySet().stream()
                .filter(field -> field.startsWith("body."))
                .map(field -> field.substring("body.".length()))
                .forEach(tag -> languages.put(tag, language(tag)));
        return List.copyOf(languages.values());
    }

    private static Locale language(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        if (language.getLanguage().isEmpty()) {
            throw Refused.field("body." + tag, tag + " is no language: use en, km, zh-Hant …");
        }
        return language;
    }

    private static Text text(MultipartHttpServletRequest form, Locale language, String suffix) {
        String subject = value(form, "subject" + suffix).orElse("");
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw Refused.field("subject" + suffix, "subject" + suffix + " must be one line");
        }
        String field = "body" + suffix;
        MultipartFile body = form.getFile(field);
        if (body == null) {
            throw Refused.field(field, field + " must be a Markdown file");
        }
        return new Text(
                language,
                subject,
                markdown(field, bytes(field, body)),
                value(form, "changes" + suffix).orElse(""),
                "");
    }

    private static Markdown markdown(String field, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\0", "");
            if (text.isBlank()) {
                throw Refused.field(field, field + " is empty");
            }
            return new Markdown(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            throw Refused.field(field, field + " is not text in UTF-8");
        }
    }

    private List<StatementFile> attachments(MultipartHttpServletRequest form, String field, Optional<Locale> language) {
        return form.getFiles(field).stream()
                .map(file -> checkFile.keep(
                        Optional.ofNullable(file.getOriginalFilename()).orElse(""), bytes(field, file), language))
                .toList();
    }

    /** {@code Name; phone; e-mail}: what is not known is left empty. */
    private static List<Contact> contacts(MultipartHttpServletRequest form, String field, Locale language) {
        return values(form, field).stream()
                .map(line -> (line + ";;").split(";", -1))
                .map(parts -> new Contact(language, parts[0].strip(), parts[1].strip(), parts[2].strip()))
                .toList();
    }

    /** {@code 2026-12-01T09:00 Asia/Bangkok}. */
    static Embargo embargo(String text) {
        try {
            String[] parts = text.strip().split("\\s+", 2);
            return new Embargo(LocalDateTime.parse(parts[0]), ZoneId.of(parts[1]));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
            throw Refused.field(
                    "embargo", "embargo must be a time and its place, like 2026-12-01T09:00 Asia/Bangkok, not " + text);
        }
    }

    private static List<String> values(MultipartHttpServletRequest form, String field) {
        String[] values = form.getParameterValues(field);
        return values == null ? List.of() : List.of(values);
    }

    private static Optional<String> value(MultipartHttpServletRequest form, String field) {
        return values(form, field).stream().findFirst();
    }

    private static byte[] bytes(String field, MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw Refused.field(field, field + " cannot be read: " + broken.getMessage());
        }
    }
}

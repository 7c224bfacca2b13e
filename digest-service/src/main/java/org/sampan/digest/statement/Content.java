package org.sampan.digest.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sampan.digest.mailserver.ListAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people write of a version, and what another one approves: all of it.
 *
 * @param texts in different languages, the original first; at least one
 * @param signatories organisations that sign it, in the order they are named
 * @param destinations the lists it goes to, in order
 */
public record Content(
        List<Text> texts,
        List<StatementFile> files,
        List<Contact> contacts,
        List<String> signatories,
        List<Destination> destinations,
        Optional<Embargo> embargo) {
    public static final int MOST_LANGUAGES = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Content {
        texts = List.copyOf(texts);
        files = List.copyOf(files);
        contacts = List.copyOf(contacts);
        signatories = List.copyOf(signatories);
        destinations = List.copyOf(destinations);
        if (texts.isEmpty() || texts.size() > MOST_LANGUAGES) {
            throw new IllegalArgumentException("a statement has between one and " + MOST_LANGUAGES + " languages");
        }
        if (texts.stream().map(Text::language).distinct().count() < texts.size()) {
            throw new IllegalArgumentException("a statement has one text in a language");
        }
    }

    /** Of which only the language is known yet. */
    public static Content blank(Locale language) {
        return new Content(List.of(Text.blank(language)), List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    /** @throws IllegalArgumentException when it is no content */
    public static Content fromJson(String json) {
        return JSON.readValue(json, Content.class);
    }

    public String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** Names exactly this: any change gives another. */
    public String fingerprint() {
        return Digest.of(toJson());
    }

    public Text original() {
        return texts.get(0);
    }

    public Optional<Text> text(Locale language) {
        return texts.stream().filter(it -> it.language().equals(language)).findFirst();
    }

    /** In the reader's language, else the original. */
    public Text textFor(Locale reader) {
        return text(reader)
                .or(() -> texts.stream()
                        .filter(it -> it.language().getLanguage().equals(reader.getLanguage()))
                        .findFirst())
                .orElse(original());
    }

    /** Whether the original has changed since a translation was said to agree with it. */
    public boolean isStale(Text text) {
        return !text.equals(original()) && !text.madeFrom().equals(original().wording());
    }

    /** Whether it is stale and somebody decided that it goes nevertheless: its readers are told. */
    public boolean goesOlder(Text text) {
        return isStale(text)
                && text.goesBeside().filter(original().wording()::equals).isPresent();
    }

    /** The text that tells readers of another what the version corrects: itself, or else the original. */
    public Text changesFor(Text text) {
        return text.changes().isBlank() ? original() : text;
    }

    public List<Contact> contacts(Locale language) {
        return contacts.stream().filter(it -> it.language().equals(language)).toList();
    }

    /** Those for all readers, and those of one language. */
    public List<StatementFile> filesFor(Locale language) {
        return files.stream()
                .filter(it -> it.language().isEmpty() || it.language().get().equals(language))
                .toList();
    }

    public List<ListAddress> lists() {
        return destinations.stream().map(Destination::list).toList();
    }

    /** The text takes the place of the one in its language, or comes last. */
    public Content with(Text text) {
        return withTexts(replaced(texts, it -> it.language().equals(text.language()) ? text : it, text));
    }

    private static List<Text> replaced(List<Text> texts, UnaryOperator<Text> by, Text added) {
        List<Text> all = new ArrayList<>(texts.stream().map(by).toList());
        if (!all.contains(added)) {
            all.add(added);
        }
        return all;
    }

    /** Its contacts and files go as well. The original cannot go. */
    public Content without(Locale language) {
        return withTexts(texts.stream()
                        .filter(it -> it == original() || !it.language().equals(language))
                        .toList())
                .withContacts(contacts.stream()
                        .filter(it -> !it.language().equals(language))
                        .toList())
                .withFiles(files.stream()
                        .filter(it -> it.language().filter(language::equals).isEmpty())
                        .toList());
    }

    public Content withTexts(List<Text> newTexts) {
        return new Content(newTexts, files, contacts, signatories, destinations, embargo);
    }

    public Content withFiles(List<StatementFile> newFiles) {
        return new Content(texts, newFiles, contacts, signatories, destinations, embargo);
    }

    public Content withContacts(List<Contact> newContacts) {
        return new Content(texts, files, newContacts, signatories, destinations, embargo);
    }

    public Content withSignatories(List<String> newSignatories) {
        return new Content(texts, files, contacts, newSignatories, destinations, embargo);
    }

    public Content withDestinations(List<Destination> newDestinations) {
        return new Content(texts, files, contacts, signatories, newDestinations, embargo);
    }

    public Content withEmbargo(Optional<Embargo> newEmbargo) {
        return new Content(texts, files, contacts, signatories, destinations, newEmbargo);
    }
}

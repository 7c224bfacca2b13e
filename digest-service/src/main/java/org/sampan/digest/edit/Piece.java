package org.sampan.digest.edit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.digest.statement.Contact;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.Text;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of a statement's content that is changed, and taken back, by itself.
 *
 * @param language of {@code LANGUAGE} only
 */
record Piece(Kind kind, Optional<Locale> language) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum Kind {
        /** A text with its contacts. */
        LANGUAGE,
        FILES,
        SIGNATORIES,
        LISTS,
        EMBARGO,
        /** Everything. */
        ALL
    }

    static Piece of(Kind kind) {
        return new Piece(kind, Optional.empty());
    }

    static Piece language(Locale language) {
        return new Piece(Kind.LANGUAGE, Optional.of(language));
    }

    /** What is said in one language. */
    record Said(Optional<Text> text, List<Contact> contacts) {}

    String read(Content content) {
        return switch (kind) {
            case LANGUAGE ->
                JSON.writeValueAsString(
                        new Said(content.text(language.orElseThrow()), content.contacts(language.orElseThrow())));
            case FILES -> JSON.writeValueAsString(content.files());
            case SIGNATORIES -> JSON.writeValueAsString(content.signatories());
            case LISTS -> JSON.writeValueAsString(content.destinations());
            case EMBARGO -> JSON.writeValueAsString(content.embargo());
            case ALL -> content.toJson();
        };
    }

    Content write(Content content, String json) {
        return switch (kind) {
            case LANGUAGE -> said(content, JSON.readValue(json, Said.class));
            case FILES -> content.withFiles(JSON.readValue(json, new TypeReference<List<StatementFile>>() {}));
            case SIGNATORIES -> content.withSignatories(JSON.readValue(json, new TypeReference<List<String>>() {}));
            case LISTS -> content.withDestinations(JSON.readValue(json, new TypeReference<List<Destination>>() {}));
            case EMBARGO -> content.withEmbargo(JSON.readValue(json, new TypeReference<Optional<Embargo>>() {}));
            case ALL -> Content.fromJson(json);
        };
    }

    private Content said(Content content, Said said) {
        Locale spoken = language.orElseThrow();
        if (said.text().isEmpty()) {
            return content.without(spoken);
        }
        return content.with(said.text().get())
                .withContacts(Stream.concat(
                                content.contacts().stream()
                                        .filter(it -> !it.language().equals(spoken)),
                                said.contacts().stream())
                        .toList());
    }
}

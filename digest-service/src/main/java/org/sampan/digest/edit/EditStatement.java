package org.sampan.digest.edit;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Finality;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.statement.Contact;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Statements;
import org.sampan.digest.statement.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes statements: what is changed is kept in the journal, so that it can be taken back. */
@Component
public class EditStatement {
    static final String KIND = "statement";
    static final String BEGUN = "begun";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 5;

    private final Statements statements;
    private final Journal journal;
    private final Clock clock;

    EditStatement(Statements statements, Journal journal, Clock clock) {
        this.statements = statements;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param name what the same statement would have again; the first is answered then */
    public Statement begin(Content content, Optional<String> name, Actor by) {
        boolean known = name.filter(statements::has).isPresent();
        Statement statement = statements.add(content, name, by.name(), clock.instant());
        if (!known) {
            record(statement.id(), by, BEGUN, content.original().subject(), "1");
        }
        return statement;
    }

    /** A text takes the place of the one in its language, or comes to those there are; its contacts are these from now on. */
    public Statement say(StatementId id, Text text, List<Contact> contacts, Actor by) {
        Piece piece = Piece.language(text.language());
        String wanted = JSON.writeValueAsString(new Piece.Said(Optional.of(text), contacts));
        return change(id, piece, "text", by, content -> piece.write(content, wanted));
    }

    /** A translation that is of an older original may go as it is; its readers are told so. */
    public Statement letOlderGo(StatementId id, Locale language, Actor by) {
        return change(
                id,
                Piece.language(language),
                "older-translation",
                by,
                content -> content.text(language)
                        .filter(content::isStale)
                        .map(text -> content.with(text.goingBeside(content.original())))
                        .orElse(content));
    }

    /** With its contacts and files. */
    public Statement removeLanguage(StatementId id, Locale language, Actor by) {
        return change(id, Piece.of(Piece.Kind.ALL), "language-removed", by, content -> content.without(language));
    }

    public Statement attach(StatementId id, List<StatementFile> files, Actor by) {
        return change(id, Piece.of(Piece.Kind.FILES), "files", by, content -> content.withFiles(files));
    }

    public Statement sign(StatementId id, List<String> signatories, Actor by) {
        return change(id, Piece.of(Piece.Kind.SIGNATORIES), "signatories", by, it -> it.withSignatories(signatories));
    }

    public Statement address(StatementId id, List<Destination> lists, Actor by) {
        return change(id, Piece.of(Piece.Kind.LISTS), "lists", by, content -> content.withDestinations(lists));
    }

    public Statement embargo(StatementId id, Optional<Embargo> embargo, Actor by) {
        return change(id, Piece.of(Piece.Kind.EMBARGO), "embargo", by, content -> content.withEmbargo(embargo));
    }

    /**
     * @param change is made anew when somebody changed something else meanwhile
     * @throws Unfit when nothing can be changed any more
     */
    private Statement change(StatementId id, Piece piece, String what, Actor by, UnaryOperator<Content> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            StatementVersion version = open(id);
            Content before = version.content();
            Content after = change.apply(before);
            if (after.equals(before)) {
                return find(id);
            }
            if (statements.change(version.saying(after, by.name(), clock.instant()))) {
                Undo undo = new Undo(version.id().number(), piece, piece.read(before), piece.read(after));
                record(id, by, what, detail(piece), JSON.writeValueAsString(undo));
                return find(id);
            }
        }
        throw new Unfit("", "busy");
    }

    /** The latest version, while it can be changed. */
    StatementVersion open(StatementId id) {
        Statement statement = find(id);
        StatementVersion latest = statement.latest();
        if (!latest.state().isOpen() || statement.withdrawal().isPresent()) {
            throw new Unfit("state", "closed");
        }
        return latest;
    }

    private Statement find(StatementId id) {
        return statements.find(id).orElseThrow(() -> new Unfit("", "gone"));
    }

    private static String detail(Piece piece) {
        return piece.language().map(Locale::toLanguageTag).orElse("");
    }

    void recordFinal(StatementId id, Actor by, String what, String detail, Finality why) {
        journal.record(new NewDeed(by, new Subject(KIND, id.toString()), what, detail, why), clock.instant());
    }

    /** @param before what taking it back needs */
    void record(StatementId id, Actor by, String what, String detail, String before) {
        journal.record(new NewDeed(by, new Subject(KIND, id.toString()), what, detail, before), clock.instant());
    }

    /**
     * What taking an edit back needs.
     *
     * @param before the piece as it was
     * @param after as it was left
     */
    record Undo(int version, Piece piece, String before, String after) {
        static Undo fromJson(String json) {
            return JSON.readValue(json, Undo.class);
        }
    }

    /** Empty when the piece has changed since, or nothing can be changed any more. */
    Optional<NewDeed> undo(StatementId id, Undo undo, String what, Actor by) {
        StatementVersion version;
        try {
            version = open(id);
        } catch (Unfit closed) {
            return Optional.empty();
        }
        boolean same = version.id().number() == undo.version()
                && undo.piece().read(version.content()).equals(undo.after());
        if (!same) {
            return Optional.empty();
        }
        Content before = undo.piece().write(version.content(), undo.before());
        Undo back = new Undo(undo.version(), undo.piece(), undo.after(), undo.before());
        return statements.change(version.saying(before, by.name(), clock.instant()))
                ? Optional.of(new NewDeed(
                        by,
                        new Subject(KIND, id.toString()),
                        what,
                        detail(undo.piece()),
                        JSON.writeValueAsString(back)))
                : Optional.empty();
    }
}

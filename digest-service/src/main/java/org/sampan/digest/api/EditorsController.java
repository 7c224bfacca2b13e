package org.sampan.digest.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/editors}: whom the newsroom's door opens to. */
@RestController
@RequestMapping("/api/editors")
class EditorsController {
    private final Editors editors;
    private final Journal journal;
    private final Clock clock;

    EditorsController(Editors editors, Journal journal, Clock clock) {
        this.editors = editors;
        this.journal = journal;
        this.clock = clock;
    }

    record EditorJson(String email, String addedBy, Instant addedAt) {
        static EditorJson of(Editor editor) {
            return new EditorJson(editor.email().text(), editor.addedBy(), editor.addedAt());
        }
    }

    record EditorList(List<EditorJson> editors) {}

    record NewEditorJson(@Nullable String email) {}

    @GetMapping
    EditorList all() {
        return new EditorList(editors.all().stream().map(EditorJson::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EditorJson add(@RequestBody NewEditorJson wanted) {
        EmailAddress email = Optional.ofNullable(wanted.email())
                .flatMap(EmailAddress::parse)
                .orElseThrow(() -> Refused.field("email", "email must be a whole address like alice@harbour.example"));
        Editor editor = new Editor(email, Actor.OPERATOR.name(), clock.instant());
        if (editors.add(editor)) {
            record(email, "added");
            return EditorJson.of(editor);
        }
        return editors.all().stream()
                .filter(known -> known.email().equals(email))
                .findFirst()
                .map(EditorJson::of)
                .orElse(EditorJson.of(editor));
    }

    @DeleteMapping("/{email}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String email) {
        EmailAddress address = EmailAddress.parse(email)
                .filter(editors::remove)
                .orElseThrow(() -> Refused.notFound(email + " is no editor"));
        record(address, "removed");
    }

    private void record(EmailAddress email, String what) {
        journal.record(new NewDeed(Actor.OPERATOR, new Subject("editor", email.text()), what, ""), clock.instant());
    }
}

package org.sampan.digest.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.edit.ChooseEditors;
import org.sampan.digest.journal.Actor;
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
    private final ChooseEditors choose;

    EditorsController(Editors editors, ChooseEditors choose) {
        this.editors = editors;
        this.choose = choose;
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
        choose.letIn(email, Actor.OPERATOR);
        return editors.all().stream()
                .filter(known -> known.email().equals(email))
                .findFirst()
                .map(EditorJson::of)
                .orElseThrow(() -> Refused.notFound(email + " was removed at this very moment"));
    }

    @DeleteMapping("/{email}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String email) {
        if (EmailAddress.parse(email)
                .filter(known -> choose.remove(known, Actor.OPERATOR))
                .isEmpty()) {
            throw Refused.notFound(email + " is no editor");
        }
    }
}

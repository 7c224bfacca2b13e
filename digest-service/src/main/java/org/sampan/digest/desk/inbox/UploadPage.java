package org.sampan.digest.desk.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sampan.digest.clipping.Reception;
import org.sampan.digest.collect.ImportClippings;
import org.sampan.digest.collect.Imported;
import org.sampan.digest.collect.UnreadableImport;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.NoteImport;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Clippings out of a file: a table, a WordPress export or a mail; each line that could not be taken is told. */
@Controller
final class UploadPage {
    private final ImportClippings importing;
    private final NoteImport note;
    private final Clock clock;

    UploadPage(ImportClippings importing, NoteImport note, Clock clock) {
        this.importing = importing;
        this.note = note;
        this.clock = clock;
    }

    @PostMapping("/desk/clip/upload")
    ModelAndView upload(@RequestParam MultipartFile file, SignedInEditor editor) throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        ModelAndView page = new ModelAndView("desk/uploaded").addObject("name", name);
        URI from = from(name);
        Instant begun = clock.instant();
        try (InputStream in = file.getInputStream()) {
            Imported imported = importing.file(from.getPath(), in, from);
            return page.addObject("imported", imported)
                    .addObject("fresh", imported.received(Reception.NEW))
                    .addObject("merged", imported.received(Reception.MERGED))
                    .addObject(
                            "unchanged", imported.received(Reception.UNCHANGED) + imported.received(Reception.CHANGED));
        } catch (UnreadableImport unreadable) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page.addObject("reason", unreadable.getMessage());
        } finally {
            // What was taken before a file broke off is noted too.
            note.note(from, begun, editor.actor()).ifPresent(deed -> page.addObject("undo", deed.value()));
        }
    }

    private static URI from(String name) {
        String plain = name.replaceAll(".*[/\\\\]", "");
        return URI.create(
                "file:///" + URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}

package org.sampan.digest.desk.statement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.CheckFile;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.edit.Unfit;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.StatementFiles;
import org.sampan.digest.statement.StatementId;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files of a statement: added, ordered, taken out, looked at. */
@Controller
@RequestMapping("/desk/statements/{id:[0-9]{1,18}}/files")
final class FilesPage {
    private static final String PLACE = "files";

    private final StatementDesk desk;
    private final EditStatement edit;
    private final CheckFile checkFile;
    private final StatementFiles files;

    FilesPage(StatementDesk desk, EditStatement edit, CheckFile checkFile, StatementFiles files) {
        this.desk = desk;
        this.edit = edit;
        this.checkFile = checkFile;
        this.files = files;
    }

    /** Of several, those that are fit are kept. */
    @PostMapping
    ModelAndView add(
            @PathVariable long id,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "") String language,
            SignedInEditor editor) {
        Optional<Locale> readers = language.isEmpty() ? Optional.empty() : Optional.of(Locale.forLanguageTag(language));
        List<StatementFile> added = new ArrayList<>();
        List<Unfit> problems = new ArrayList<>();
        for (MultipartFile one : Optional.ofNullable(file).orElse(List.of())) {
            try {
                added.add(checkFile.keep(
                        Optional.ofNullable(one.getOriginalFilename()).orElse(""), one.getBytes(), readers));
            } catch (Unfit unfit) {
                problems.add(unfit);
            } catch (IOException broken) {
                problems.add(new Unfit("attachment", "file-empty", Map.of("name", one.getName())));
            }
        }
        ModelAndView page = change(id, editor, now -> {
            now.removeIf(known -> added.stream().anyMatch(it -> it.sha256().equals(known.sha256())));
            now.addAll(added);
        });
        return problems.isEmpty() ? page : desk.page(desk.find(id), new Typed(PLACE, Map.of(), problems), editor);
    }

    @PostMapping("/{number}/{move:up|down|remove}")
    ModelAndView move(
            @PathVariable long id, @PathVariable int number, @PathVariable String move, SignedInEditor editor) {
        return change(id, editor, now -> {
            int other = move.equals("up") ? number - 1 : number + 1;
            if (move.equals("remove") && number >= 0 && number < now.size()) {
                now.remove(number);
            } else if (Math.min(number, other) >= 0 && Math.max(number, other) < now.size()) {
                Collections.swap(now, number, other);
            }
        });
    }

    private ModelAndView change(long id, SignedInEditor editor, Consumer<List<StatementFile>> change) {
        return desk.doing(id, PLACE, Map.of(), editor, () -> {
            List<StatementFile> now =
                    new ArrayList<>(desk.find(id).latest().content().files());
            change.accept(now);
            edit.attach(new StatementId(id), now, editor.actor());
        });
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> download(@PathVariable long id, @PathVariable int number) {
        Statement statement = desk.find(id);
        List<StatementFile> all = statement.latest().content().files();
        if (number < 0 || number >= all.size()) {
            throw new NotHere();
        }
        StatementFile file = all.get(number);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(files.find(file.sha256()).orElseThrow(NotHere::new));
    }
}

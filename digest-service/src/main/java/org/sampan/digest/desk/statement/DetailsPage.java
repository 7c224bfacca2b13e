package org.sampan.digest.desk.statement;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.edit.Unfit;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a statement goes, when, and who signs it. */
@Controller
@RequestMapping("/desk/statements/{id:[0-9]{1,18}}")
final class DetailsPage {
    private static final String LISTS = "lists";
    private static final int MOST_SIGNATORIES = 200;

    private final StatementDesk desk;
    private final EditStatement edit;

    DetailsPage(StatementDesk desk, EditStatement edit) {
        this.desk = desk;
        this.edit = edit;
    }

    @PostMapping("/signatories")
    ModelAndView sign(
            @PathVariable long id, @RequestParam(defaultValue = "") String signatories, SignedInEditor editor) {
        List<String> names = Typed.text(signatories)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .limit(MOST_SIGNATORIES)
                .toList();
        return desk.doing(
                id,
                "signatories",
                Map.of("signatories", signatories),
                editor,
                () -> edit.sign(new StatementId(id), names, editor.actor()));
    }

    /** {@code time} without a zone, as browsers send it; both empty: no embargo. */
    @PostMapping("/embargo")
    ModelAndView embargo(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String zone,
            SignedInEditor editor) {
        return desk.doing(
                id,
                "embargo",
                Map.of("time", time, "zone", zone),
                editor,
                () -> edit.embargo(new StatementId(id), read(time, zone), editor.actor()));
    }

    private static Optional<Embargo> read(String time, String zone) {
        if (time.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Embargo(LocalDateTime.parse(time.strip()), ZoneId.of(zone.strip())));
        } catch (DateTimeException unreadable) {
            throw new Unfit("embargo", "embargo");
        }
    }

    @PostMapping("/lists")
    ModelAndView add(@PathVariable long id, @RequestParam(defaultValue = "") String list, SignedInEditor editor) {
        return change(id, editor, now -> {
            Destination added = Destination.whole(address(list));
            if (now.stream().noneMatch(it -> it.list().equals(added.list()))) {
                now.add(added);
            }
        });
    }

    @PostMapping("/lists/{list}/{move:up|down|remove}")
    ModelAndView move(
            @PathVariable long id, @PathVariable String list, @PathVariable String move, SignedInEditor editor) {
        return change(id, editor, now -> {
            int at = position(now, list);
            int other = move.equals("up") ? at - 1 : at + 1;
            if (move.equals("remove")) {
                now.remove(at);
            } else if (other >= 0 && other < now.size()) {
                Collections.swap(now, at, other);
            }
        });
    }

    /** Who of the list gets it. {@code received}: number of an earlier version, or empty for the whole list. */
    @PostMapping("/lists/{list}/readers")
    ModelAndView readers(
            @PathVariable long id,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String received,
            @RequestParam(defaultValue = "false") boolean again,
            SignedInEditor editor) {
        Statement statement = desk.find(id);
        Optional<Integer> version = received.isEmpty() ? Optional.empty() : Optional.of(earlier(statement, received));
        return change(id, editor, now -> {
            int at = position(now, list);
            now.set(at, new Destination(now.get(at).list(), version, again));
        });
    }

    private static Integer earlier(Statement statement, String number) {
        return statement.out().stream()
                .map(it -> it.id().number())
                .filter(it -> it.toString().equals(number))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private ModelAndView change(long id, SignedInEditor editor, Consumer<List<Destination>> change) {
        return desk.doing(id, LISTS, Map.of(), editor, () -> {
            List<Destination> now =
                    new ArrayList<>(desk.find(id).latest().content().destinations());
            change.accept(now);
            edit.address(new StatementId(id), now, editor.actor());
        });
    }

    private static int position(List<Destination> lists, String list) {
        for (int at = 0; at < lists.size(); at++) {
            if (lists.get(at).list().text().equals(list)) {
                return at;
            }
        }
        throw new NotHere();
    }

    private static ListAddress address(String list) {
        try {
            return new ListAddress(list);
        } catch (IllegalArgumentException notAnAddress) {
            throw new Unfit("lists", "unknown-list", Map.of("list", list));
        }
    }
}

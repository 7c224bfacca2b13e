package org.sampan.digest.owner;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sampan.digest.mailserver.ListCare;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.owner.OwnersDoor.Opened;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings, members and applicants of one list, for those who look after it. */
@Controller
@RequestMapping("/lists/{name}/manage")
final class OwnerPages {
    private static final int PAGE = 50;

    private final OwnersDoor door;
    private final MailServer mailServer;

    OwnerPages(OwnersDoor door, MailServer mailServer) {
        this.door = door;
        this.mailServer = mailServer;
    }

    @GetMapping
    ModelAndView settings(
            @PathVariable String name, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return opened(
                name,
                request,
                opened -> opened.isForOwners()
                        ? settings(opened, done, "")
                        : new ModelAndView("redirect:/lists/" + name + "/manage/joins"));
    }

    @PostMapping
    ModelAndView change(@PathVariable String name, HttpServletRequest request) {
        return opened(name, request, opened -> {
            requireOwner(opened);
            Map<String, String> changed = changed(opened.list(), request);
            try {
                care().change(opened.list().address(), changed);
                return new ModelAndView("redirect:/lists/" + name + "/manage?done=saved");
            } catch (MailServerRefused refused) {
                return settings(opened, "", String.valueOf(refused.getMessage()));
            }
        });
    }

    @GetMapping("/members")
    ModelAndView members(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        return opened(name, request, opened -> {
            requireOwner(opened);
            ListCare.Search search = new ListCare.Search(q.strip(), mode, after, PAGE);
            return page("owner-members", opened)
                    .addObject("search", search)
                    .addObject("modes", care().modes())
                    .addObject("found", care().members(opened.list().address(), search));
        });
    }

    @GetMapping("/joins")
    ModelAndView joins(
            @PathVariable String name, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return opened(name, request, opened -> joins(opened, done));
    }

    @PostMapping("/joins/{id}")
    ModelAndView decide(
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return opened(name, request, opened -> {
            boolean admit = decision.equals("admit");
            if (!admit && !decision.equals("refuse")) {
                throw new NotHere();
            }
            boolean decided = care().decide(opened.list().address(), id, admit, reason);
            String done = decided ? decision : "late";
            return new ModelAndView("redirect:/lists/" + name + "/manage/joins?done=" + done);
        });
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String emails,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        return opened(name, request, opened -> {
            requireOwner(opened);
            List<String> all = Arrays.stream(emails.split("[\\s,;]+"))
                    .filter(it -> !it.isBlank())
                    .limit(500)
                    .toList();
            List<ListCare.Invited> results =
                    all.isEmpty() ? List.of() : care().invite(opened.list().address(), all, words.strip());
            return joins(opened, "").addObject("results", results);
        });
    }

    private ModelAndView settings(Opened opened, String done, String problem) {
        return page("owner-settings", opened)
                .addObject("settings", care().settings(opened.list().address()))
                .addObject("done", done.equals("saved"))
                .addObject("problem", problem);
    }

    private ModelAndView joins(Opened opened, String done) {
        return page("owner-joins", opened)
                .addObject("waiting", care().waiting(opened.list().address()))
                .addObject("results", List.of())
                .addObject("done", List.of("admit", "refuse", "late").contains(done) ? done : "");
    }

    /** Only what differs from what is set: an owner on a phone may have had the page open for long. */
    private Map<String, String> changed(MailingList list, HttpServletRequest request) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (ListCare.Setting setting : care().settings(list.address())) {
            String wanted = request.getParameter("set." + setting.name());
            String shown = Optional.ofNullable(request.getParameter("was." + setting.name()))
                    .orElse("");
            if (wanted != null && !wanted.equals(shown)) {
                changed.put(setting.name(), wanted);
            }
        }
        return changed;
    }

    private ListCare care() {
        return mailServer.care();
    }

    private ModelAndView opened(String name, HttpServletRequest request, Function<Opened, ModelAndView> page) {
        Optional<Reader> reader = Reader.of(request);
        if (reader.isEmpty()) {
            return new ModelAndView("redirect:/account/sign-in?next=/lists/" + name + "/manage");
        }
        return page.apply(door.open(name, reader.get()).orElseThrow(NotHere::new));
    }

    private static void requireOwner(Opened opened) {
        if (!opened.isForOwners()) {
            throw new NotHere();
        }
    }

    private static ModelAndView page(String template, Opened opened) {
        return new ModelAndView(template)
                .addObject("list", opened.list())
                .addObject("owner", opened.isForOwners())
                .addObject("base", "/lists/" + opened.list().address().name() + "/manage");
    }
}

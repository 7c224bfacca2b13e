package org.sampan.digest.owner;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.RosterCare;
import org.sampan.digest.mailserver.RosterSearch;
import org.sampan.digest.page.NotHere;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The roster: searched, filtered, counted, taken along as a file. */
@Controller
@RequestMapping("/lists/{name}/manage")
final class MembersPage {
    private static final int PAGE = 50;

    private final RosterCare roster;

    MembersPage(RosterCare roster) {
        this.roster = roster;
    }

    @GetMapping("/members")
    ModelAndView members(
            @ModelAttribute SearchForm form, @RequestParam(defaultValue = "") String done, OwnedList list) {
        RosterSearch search = form.search();
        return list.page("members")
                .addObject("search", search)
                .addObject("done", done.equals("removed"))
                .addObject("query", SearchForm.query(search))
                .addObject("modes", List.of(DeliveryMode.values()))
                .addObject("standings", List.of(RosterSearch.Standing.values()))
                .addObject("facets", roster.facets(list.address(), search).orElseThrow(NotHere::new))
                .addObject("found", roster.page(list.address(), search, PAGE));
    }

    /** Written while it is read: memory does not grow with the roster. */
    @GetMapping("/members.csv")
    void export(@ModelAttribute SearchForm form, OwnedList list, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + list.address().name() + ".csv\"");
        try {
            roster.export(list.address(), form.search(), response.getOutputStream());
        } catch (MailServerUnavailable broken) {
            if (!response.isCommitted()) {
                response.reset();
                throw broken;
            }
            // The browser must see that the file is not whole.
            throw new IOException("the roster broke off", broken);
        }
    }
}

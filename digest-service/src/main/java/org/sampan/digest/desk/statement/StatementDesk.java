package org.sampan.digest.desk.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.Unfit;
import org.sampan.digest.edit.WhatIsMissing;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.statement.Handover;
import org.sampan.digest.statement.Handovers;
import org.sampan.digest.statement.MailId;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Statements;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lays a statement with all that belongs to it on the page. */
@Component
class StatementDesk {
    private static final int NEWEST_DEEDS = 30;

    private final Statements statements;
    private final Handovers handovers;
    private final WhatIsMissing missing;
    private final Journal journal;
    private final MailServer mailServer;

    StatementDesk(
            Statements statements, Handovers handovers, WhatIsMissing missing, Journal journal, MailServer mailServer) {
        this.statements = statements;
        this.handovers = handovers;
        this.missing = missing;
        this.journal = journal;
        this.mailServer = mailServer;
    }

    Statement find(long id) {
        return statements.find(new StatementId(id)).orElseThrow(NotHere::new);
    }

    /** Does something and shows that place of the page again; what cannot be done is said there, with what was typed. */
    ModelAndView doing(long id, String place, Map<String, String> typed, SignedInEditor editor, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView("redirect:/desk/statements/" + id + "?done=" + place + "#" + place);
        } catch (Unfit unfit) {
            ModelAndView page = page(find(id), Typed.wrongly(place, typed, unfit), editor);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    ModelAndView page(Statement statement, Typed typed, SignedInEditor editor) {
        StatementVersion version = statement.latest();
        ModelAndView page = new ModelAndView("desk/statement")
                .addObject("statement", statement)
                .addObject("version", version)
                .addObject("content", version.content())
                .addObject(
                        "open",
                        version.state().isOpen() && statement.withdrawal().isEmpty())
                .addObject("own", version.changedBy().equals(editor.actor().name()))
                .addObject("typed", typed)
                .addObject("bytes", WhatIsMissing.bytes(version.content()))
                .addObject(
                        "deeds",
                        journal.of(new Subject("statement", statement.id().toString()), NEWEST_DEEDS));
        return withLists(page, statement, version);
    }

    /** The mail server may be away; writing goes on without it. */
    private ModelAndView withLists(ModelAndView page, Statement statement, StatementVersion version) {
        List<MailingList> lists = new ArrayList<>();
        List<Unfit> lacking = new ArrayList<>();
        boolean away = false;
        try {
            lists.addAll(mailServer.lists());
            lacking.addAll(missing.in(version));
        } catch (MailServerUnavailable noAnswer) {
            away = true;
        }
        List<MailingList> asking = lists.stream()
                .filter(it ->
                        it.asksForSecondPerson() && version.content().lists().contains(it.address()))
                .toList();
        return page.addObject("away", away)
                .addObject("missing", lacking)
                .addObject("asking", asking)
                .addObject("ready", !away && (asking.isEmpty() || version.isApproved()))
                .addObject(
                        "rows",
                        version.content().destinations().stream()
                                .map(to -> ListRow.of(to, lists, statement))
                                .toList())
                .addObject(
                        "others",
                        lists.stream()
                                .filter(it -> !version.content().lists().contains(it.address()))
                                .toList())
                .addObject("sends", sends(statement));
    }

    private List<SendView> sends(Statement statement) {
        List<SendView> sends = new ArrayList<>();
        for (Map.Entry<MailId, List<Handover>> mail :
                handovers.of(statement.id()).entrySet()) {
            sends.add(new SendView(
                    mail.getKey().number(),
                    mail.getValue().stream().map(this::step).toList()));
        }
        return sends;
    }

    private SendView.Step step(Handover handover) {
        try {
            return new SendView.Step(
                    handover, handover.post().flatMap(post -> mailServer.delivery(handover.list(), post)));
        } catch (MailServerUnavailable away) {
            return new SendView.Step(handover, Optional.empty());
        }
    }
}

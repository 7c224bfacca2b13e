package org.sampan.digest.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.production.StatementDispatch;
import org.sampan.digest.production.TellOfStatement;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Handover;
import org.sampan.digest.statement.Handovers;
import org.sampan.digest.statement.SecondPerson;
import org.sampan.digest.statement.State;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.Statements;
import org.sampan.digest.statement.Withdrawal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** {@code /api/statements}: statements, from their text to their withdrawal. */
@RestController
@RequestMapping("/api/statements")
class StatementsController {
    private static final int MOST = 100;

    private final EditStatement edit;
    private final DecideStatement decide;
    private final StatementForm forms;
    private final StatementDispatch dispatch;
    private final Views views;

    StatementsController(
            EditStatement edit, DecideStatement decide, StatementForm forms, StatementDispatch dispatch, Views views) {
        this.edit = edit;
        this.decide = decide;
        this.forms = forms;
        this.dispatch = dispatch;
        this.views = views;
    }

    /** {@code pending}: kept, and tried again until the mail server takes it. */
    record Accepted(long id, String messageId, List<String> lists, List<String> pending) {}

    record Page(List<StatementReport> statements, @Nullable Long next) {}

    record Reason(@Nullable String reason) {}

    record WithdrawalJson(
            @Nullable String reason,
            @Nullable Map<String, String> translations,
            @Nullable Boolean removed,
            @Nullable Boolean tell) {
        DecideStatement.Wish wish() {
            return new DecideStatement.Wish(
                    text(reason),
                    (translations == null ? Map.<String, String>of() : translations)
                            .entrySet().stream()
                                    .map(it -> new Withdrawal.Reason(
                                            Locale.forLanguageTag(it.getKey()), text(it.getValue())))
                                    .toList(),
                    Boolean.TRUE.equals(removed),
                    Boolean.TRUE.equals(tell));
        }
    }

    /** Sent at once, unless it is a draft, under embargo, or a list asks for a second person. */
    @PostMapping(consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    Accepted add(MultipartHttpServletRequest form) {
        Content content = forms.read(form);
        if ("true".equals(form.getParameter("draft"))) {
            return views.accepted(edit.begin(content, Optional.empty(), Actor.OPERATOR));
        }
        Statement kept = edit.begin(content, Optional.of(content.fingerprint()), Actor.OPERATOR);
        if (kept.latest().state() == State.DRAFT) {
            if (views.needsSecondPerson(content)) {
                views.asked(decide.ask(kept.id(), Actor.OPERATOR));
            } else {
                decide.release(kept.id(), Actor.OPERATOR);
            }
        }
        dispatch.send(kept.id());
        return views.accepted(views.find(kept.id().value()));
    }

    @GetMapping
    Page all(@RequestParam Optional<Long> after, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.min(Math.max(limit, 1), MOST);
        List<Statement> found = views.page(after.map(StatementId::new), most);
        return new Page(
                found.stream().map(views::report).toList(),
                found.size() < most ? null : found.get(found.size() - 1).id().value());
    }

    @GetMapping("/{id}")
    StatementReport one(@PathVariable long id) {
        return views.report(views.find(id));
    }

    record Language(@Nullable String language) {}

    /** A translation of an older original may go as it is. */
    @PostMapping("/{id}/older")
    StatementReport older(@PathVariable long id, @RequestBody Language wanted) {
        Statement statement = views.find(id);
        Locale language = Locale.forLanguageTag(text(wanted.language()));
        if (statement.latest().content().text(language).isEmpty()) {
            throw Refused.field("language", "statement " + id + " has no text in “" + text(wanted.language()) + "”");
        }
        return views.report(edit.letOlderGo(statement.id(), language, Actor.OPERATOR));
    }

    @PostMapping("/{id}/ask")
    StatementReport ask(@PathVariable long id) {
        return views.asked(decide.ask(views.find(id).id(), Actor.OPERATOR));
    }

    @PostMapping("/{id}/approve")
    StatementReport approve(@PathVariable long id) {
        Statement statement = views.find(id);
        return views.report(
                decide.approve(statement.id(), statement.latest().content().fingerprint(), Actor.OPERATOR));
    }

    @PostMapping("/{id}/reject")
    StatementReport reject(@PathVariable long id, @RequestBody Reason why) {
        return views.rejected(decide.reject(views.find(id).id(), text(why.reason()), Actor.OPERATOR));
    }

    @PostMapping("/{id}/send")
    StatementReport send(@PathVariable long id) {
        return soon(id, decide::release);
    }

    @PostMapping("/{id}/hold")
    StatementReport hold(@PathVariable long id) {
        return views.report(decide.hold(views.find(id).id(), Actor.OPERATOR));
    }

    @PostMapping("/{id}/stop")
    StatementReport stop(@PathVariable long id) {
        return soon(id, decide::stop);
    }

    /** The next version, made of a form as a new statement is; to those who received the one before unless lists are named. */
    @PostMapping(path = "/{id}/correct", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    StatementReport correct(@PathVariable long id, MultipartHttpServletRequest form) {
        Statement begun = decide.correct(views.find(id).id(), Actor.OPERATOR);
        forms.correct(begun, form, edit);
        return views.report(views.find(id));
    }

    @PostMapping("/{id}/withdraw")
    StatementReport withdraw(@PathVariable long id, @RequestBody WithdrawalJson wanted) {
        return soon(id, (statement, by) -> decide.withdraw(statement, wanted.wish(), by));
    }

    private StatementReport soon(long id, BiFunction<StatementId, Actor, Statement> decision) {
        Statement decided = decision.apply(views.find(id).id(), Actor.OPERATOR);
        dispatch.wake();
        return views.report(decided);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** Statements as JSON, and who is to be told of them. */
    @Component
    static class Views {
        private final Statements statements;
        private final Handovers handovers;
        private final SecondPerson secondPerson;
        private final TellOfStatement tell;
        private final Settings settings;

        Views(
                Statements statements,
                Handovers handovers,
                SecondPerson secondPerson,
                TellOfStatement tell,
                Settings settings) {
            this.tell = tell;
            this.statements = statements;
            this.handovers = handovers;
            this.secondPerson = secondPerson;
            this.settings = settings;
        }

        boolean needsSecondPerson(Content content) {
            return secondPerson.isNeededFor(content);
        }

        Statement find(long id) {
            return statements
                    .find(new StatementId(id))
                    .orElseThrow(() -> Refused.notFound("there is no statement " + id));
        }

        StatementReport asked(Statement statement) {
            tell.asked(statement);
            return report(statement);
        }

        StatementReport rejected(Statement statement) {
            tell.rejected(statement);
            return report(statement);
        }

        List<Statement> page(Optional<StatementId> after, int limit) {
            return statements.page(after, false, limit);
        }

        StatementReport report(Statement statement) {
            return StatementReport.of(
                    statement,
                    handovers.of(statement.id()),
                    settings.domain(),
                    settings.web().url().toString());
        }

        Accepted accepted(Statement statement) {
            List<String> lists = statement.latest().content().lists().stream()
                    .map(ListAddress::text)
                    .toList();
            List<Handover> known = handovers.of(statement.latest().id().mail());
            return new Accepted(
                    statement.id().value(),
                    statement.latest().id().mail().messageId(settings.domain()),
                    lists,
                    known.isEmpty()
                            ? lists
                            : known.stream()
                                    .filter(Handover::isWaiting)
                                    .map(it -> it.list().text())
                                    .toList());
        }
    }
}

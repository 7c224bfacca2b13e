package org.sampan.digest.desk.statement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.sampan.digest.desk.SignedInEditor;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edit.DecideStatement.Wish;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.production.StatementDispatch;
import org.sampan.digest.production.TellOfStatement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.Withdrawal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A statement, and what is decided about it. */
@Controller
@RequestMapping("/desk/statements/{id:[0-9]{1,18}}")
final class StatementPage {
    private static final String DECIDE = "decide";
    private static final String REASON = "reason";

    private final StatementDesk desk;
    private final DecideStatement decide;
    private final StatementDispatch dispatch;
    private final TellOfStatement tell;

    StatementPage(StatementDesk desk, DecideStatement decide, StatementDispatch dispatch, TellOfStatement tell) {
        this.tell = tell;
        this.desk = desk;
        this.decide = decide;
        this.dispatch = dispatch;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @RequestParam(defaultValue = "") String done, SignedInEditor editor) {
        return desk.page(desk.find(id), Typed.NOTHING, editor)
                .addObject("done", done.matches("[a-z-]{1,20}") ? done : "");
    }

    @PostMapping("/ask")
    ModelAndView ask(@PathVariable long id, SignedInEditor editor) {
        return decided(id, editor, (statement, by) -> tell.asked(decide.ask(statement, by)));
    }

    @PostMapping("/approve")
    ModelAndView approve(@PathVariable long id, @RequestParam String fingerprint, SignedInEditor editor) {
        return decided(id, editor, (statement, by) -> decide.approve(statement, fingerprint, by));
    }

    @PostMapping("/reject")
    ModelAndView reject(@PathVariable long id, @RequestParam(defaultValue = "") String reason, SignedInEditor editor) {
        return desk.doing(
                id,
                DECIDE,
                Map.of("rejection", reason),
                editor,
                () -> tell.rejected(decide.reject(new StatementId(id), Typed.text(reason), editor.actor())));
    }

    @PostMapping("/send")
    ModelAndView send(@PathVariable long id, SignedInEditor editor) {
        return soon(decided(id, editor, decide::release));
    }

    @PostMapping("/hold")
    ModelAndView hold(@PathVariable long id, SignedInEditor editor) {
        return decided(id, editor, decide::hold);
    }

    @PostMapping("/stop")
    ModelAndView stop(@PathVariable long id, SignedInEditor editor) {
        return soon(decided(id, editor, decide::stop));
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable long id, SignedInEditor editor) {
        return decided(id, editor, decide::discard);
    }

    @PostMapping("/bring-back")
    ModelAndView bringBack(@PathVariable long id, SignedInEditor editor) {
        return decided(id, editor, decide::bringBack);
    }

    @PostMapping("/correct")
    ModelAndView correct(@PathVariable long id, SignedInEditor editor) {
        return decided(id, editor, decide::correct);
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean removed,
            @RequestParam(defaultValue = "false") boolean told,
            @RequestParam Map<String, String> typed,
            SignedInEditor editor) {
        Wish wish = new Wish(Typed.text(typed.getOrDefault(REASON, "")), translations(typed), removed, told);
        return soon(desk.doing(
                id, DECIDE, typed, editor, () -> decide.withdraw(new StatementId(id), wish, editor.actor())));
    }

    /** {@code reason.km}: why, in Khmer. */
    private static List<Withdrawal.Reason> translations(Map<String, String> typed) {
        return typed.entrySet().stream()
                .filter(it -> it.getKey().startsWith(REASON + "."))
                .map(it -> new Withdrawal.Reason(
                        Locale.forLanguageTag(it.getKey().substring(REASON.length() + 1)), Typed.text(it.getValue())))
                .toList();
    }

    private ModelAndView decided(long id, SignedInEditor editor, BiConsumer<StatementId, Actor> decision) {
        return desk.doing(id, DECIDE, Map.of(), editor, () -> decision.accept(new StatementId(id), editor.actor()));
    }

    private ModelAndView soon(ModelAndView page) {
        dispatch.wake();
        return page;
    }
}

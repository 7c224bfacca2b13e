package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.desk.statement.SceneStatements;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edit.DecideStatement.Wish;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.SubmissionCatcher.Caught;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.production.StatementDispatch;
import org.sampan.digest.statement.CheckCodes;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementTraces;
import org.sampan.digest.statement.Text;

/** Whoever got a mail or a file in our name finds out whether it is ours; strangers find out nothing else. */
class StatementCheckPageTest {
    private static int visitors = 100;

    private PortalScene scene = PortalScene.fresh();
    private SceneStatements statements = new SceneStatements(scene);
    private WebVisitor stranger = scene.visitor();

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        statements = new SceneStatements(scene);
        stranger = scene.visitor().comingFrom("198.20." + ++visitors + ".7");
    }

    private Statement sent(List<ListAddress> lists) {
        return traced(statements.sent(lists));
    }

    /** As the dispatcher does within half a minute. */
    private Statement traced(Statement statement) {
        statement.versions().forEach(scene.service.bean(StatementTraces.class)::keep);
        return statement;
    }

    private Statement published() {
        return sent(List.of(SceneStatements.MEMBERS, SceneStatements.NEWS));
    }

    private Statement toMembers() {
        return sent(List.of(SceneStatements.MEMBERS));
    }

    /** As readers of English have it in plain text. */
    private String mail(String subject) throws MessagingException {
        for (Caught mail : scene.submission.caught()) {
            if (subject.equals(mail.message().getSubject())) {
                return plain(mail.message())
                        .filter(it -> it.contains("Code: "))
                        .findFirst()
                        .orElseThrow();
            }
        }
        throw new AssertionError("no mail " + subject);
    }

    private static Stream<String> plain(Part part) {
        try {
            Object content = part.getContent();
            if (content instanceof Multipart several) {
                List<Part> parts = new ArrayList<>();
                for (int i = 0; i < several.getCount(); i++) {
                    parts.add(several.getBodyPart(i));
                }
                return parts.stream().flatMap(StatementCheckPageTest::plain);
            }
            return content instanceof Part inner
                    ? plain(inner)
                    : part.isMimeType("text/plain") ? Stream.of(String.valueOf(content)) : Stream.empty();
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String mail(Statement statement) throws MessagingException {
        return mail(statement.title());
    }

    private String checked(String text) {
        return checked(stranger, text);
    }

    private static String checked(WebVisitor visitor, String text) {
        visitor.get("/statements/check?lang=en");
        visitor.upload("/statements/check", Map.of("text", text), "file", "", new byte[0]);
        return visitor.text();
    }

    private String code(Statement statement) {
        return scene.service
                .bean(CheckCodes.class)
                .of(statement.latest().id().mail())
                .text();
    }

    @Test
    void mailToMembersOnlyIsKnownByItsCode() throws MessagingException {
        Statement secret = toMembers();
        String mail = mail(secret);
        assertThat(mail).contains("/statements/check", "Code: " + code(secret));

        assertThat(checked(mail)).contains("Yes: this is version 1 of our statement", "We sent it on");
        assertThat(stranger.page().select("main a[href*=/versions/]")).isEmpty();
        assertThat(checked(mail.replace("1,200", "200"))).contains("Careful: the code is ours, but");
        assertThat(checked("All fees are to be paid to this account within two days.\n" + code(secret)))
                .contains("Careful: the code is ours, but", "a true code under a false text");
        assertThat(checked(code(secret)))
                .contains("Yes: this is the code of version 1", "Paste the whole mail")
                .doesNotContain(secret.title());
    }

    @Test
    void fileOfAMailToMembersOnlyIsKnownWithTheCode() {
        Statement secret = toMembers();
        byte[] file = ("%PDF-1.7 kilns " + secret.title().replaceAll("\\D", "")).getBytes(StandardCharsets.US_ASCII);

        stranger.get("/statements/check?lang=en");
        stranger.upload("/statements/check", Map.of("text", code(secret)), "file", "x.pdf", file);
        assertThat(stranger.text()).contains("this file belongs to version 1");
        stranger.upload("/statements/check", Map.of("text", code(secret)), "file", "x.pdf", new byte[] {1});
        assertThat(stranger.text()).contains("Careful: the code is ours, but");
    }

    @Test
    void withoutTheCodeStrangersAreToldTheSameAsOfANonsense() {
        Content content = statements.content(List.of(SceneStatements.MEMBERS));
        Text own = content.original()
                .saying("Where we meet", new Markdown("The ferry leaves the old pier at four; nobody else knows."), "");
        Statement secret = traced(statements.send(scene.service
                .bean(EditStatement.class)
                .begin(content.withTexts(List.of(own)), Optional.empty(), SceneStatements.ALICE)
                .id()));
        String text = own.body().text();
        String code = code(secret);
        String wrong = code.substring(0, code.length() - 1) + (code.endsWith("7") ? "8" : "7");
        String nonsense = answerTo("Free tickets for the ferry to everybody who answers within an hour.");

        assertThat(nonsense).contains("We know no statement");
        assertThat(answerTo(text)).isEqualTo(nonsense);
        assertThat(answerTo(text + wrong)).isEqualTo(nonsense);
        assertThat(answerTo(secret.latest().content().files().get(0).sha256())).isEqualTo(nonsense);
    }

    private String answerTo(String text) {
        checked(text);
        return stranger.page().select("main .note").outerHtml();
    }

    @Test
    void membersWhoAreSignedInNeedNoCode() {
        Statement secret = toMembers();
        WebVisitor member = scene.signedIn(scene.newMember());

        assertThat(checked(member, secret.latest().content().original().body().text()))
                .contains("Yes: this is version 1 of our statement", "We sent it on");
        assertThat(checked(member, secret.latest().content().files().get(0).sha256()))
                .contains("this file belongs to version 1");
        assertThat(member.page().select("main a[href*=/versions/]")).isEmpty();
    }

    @Test
    void codeOfWhatIsNotOutSaysNothing() {
        Statement draft = statements.draft(List.of(SceneStatements.NEWS));

        assertThat(checked(code(draft))).contains("We know no statement");
    }

    @Test
    void noticeOfWithdrawalIsKnownByItsCodeAndSoIsWhatIsWithdrawn() throws MessagingException {
        Statement secret = toMembers();
        String first = mail(secret);
        scene.service
                .bean(DecideStatement.class)
                .withdraw(
                        secret.id(),
                        new Wish("One figure in it was wrong by ten.", List.of(), false, true),
                        SceneStatements.ALICE);
        scene.service.bean(StatementDispatch.class).send(secret.id());

        assertThat(checked(first)).contains("Yes: this is version 1", "We have withdrawn this statement");
        String notice = mail("Withdrawn: " + secret.title());
        assertThat(checked(notice)).contains("Yes: this is from our notice", "We have withdrawn this statement");
        assertThat(checked(notice.replace("by ten", "by a hundred"))).contains("Careful: the code is ours, but");
    }

    @Test
    void mailThatWasChangedIsToldFromOurs() {
        Statement statement = published();
        String text = statement.latest().content().original().body().text();
        assertThat(checked("Dear all,\n\n" + text + "\n\n-- \nMekong news\nhttps://lists.example/leave/abc"))
                .contains("Yes: this is version 1 of our statement");
        assertThat(checked(text.replace("1,200", "200")))
                .contains("Careful: this is like version 1", "Compare it with ours");
        assertThat(checked("Free tickets for the ferry to everybody who answers within an hour."))
                .contains("We know no statement");
        assertThat(checked(" ")).contains("Paste a text or choose a file first");
        assertThat(checked(statement.latest().content().files().get(0).sha256().toUpperCase(Locale.ROOT)))
                .contains("this file belongs to version 1");
        byte[] file = ("%PDF-1.7 kilns "
                        + statement.latest().content().original().subject().replaceAll("\\D", ""))
                .getBytes(StandardCharsets.US_ASCII);
        stranger.upload("/statements/check", Map.of("text", ""), "file", "x.pdf", file);
        assertThat(stranger.text()).contains("this file belongs to version 1");
    }

    @Test
    void nobodyChecksWithoutEnd() {
        int last = 200;
        for (int i = 0; i < 31; i++) {
            checked("Is this from you?");
            last = stranger.status();
        }
        assertThat(last).isEqualTo(429);
    }
}

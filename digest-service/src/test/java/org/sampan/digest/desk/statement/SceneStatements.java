package org.sampan.digest.desk.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.sampan.digest.edit.CheckFile;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.production.StatementDispatch;
import org.sampan.digest.statement.Contact;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.State;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.Statements;
import org.sampan.digest.statement.Text;

/** Statements in a portal scene, each with words of its own. */
public final class SceneStatements {
    public static final ListAddress MEMBERS = new ListAddress("members@lists.example");
    public static final ListAddress NEWS = new ListAddress("mekong-news@lists.example");
    public static final Locale KHMER = Locale.forLanguageTag("km");
    public static final Locale BURMESE = Locale.forLanguageTag("my");
    public static final Actor ALICE = new Actor("alice@harbour.example");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final PortalScene scene;

    public SceneStatements(PortalScene scene) {
        this.scene = scene;
    }

    public String newEditor() {
        String email = scene.newMember();
        scene.service.bean(Editors.class).add(new Editor(new EmailAddress(email), "operator", Instant.EPOCH));
        return email;
    }

    /** In three languages, with a file. */
    public Content content(List<ListAddress> lists) {
        int number = COUNT.incrementAndGet();
        Text english = new Text(
                Locale.ENGLISH,
                "Statement on the kilns " + number,
                new Markdown(
                        "We call for an **end** to recruitment fees at the brick kilns of the northern province.\n\n"
                                + "Since " + (2000 + number)
                                + " more than 1,200 families have paid for work that was promised to be free. "
                                + "We ask the labour inspectors to see to it that every kiln pays back what was taken.\n\n"
                                + "- Fees end now\n- Papers are given back\n- Children go to school"),
                "",
                "");
        Text khmer = new Text(
                        KHMER,
                        "សេចក្តីថ្លែងការណ៍អំពីឡឥដ្ឋ " + number,
                        new Markdown("យើងអំពាវនាវឱ្យបញ្ចប់ថ្លៃជ្រើសរើសពលករនៅឡឥដ្ឋ។"),
                        "",
                        "")
                .madeFrom(english);
        Text burmese = new Text(
                        BURMESE,
                        "အုတ်ဖိုများဆိုင်ရာ ထုတ်ပြန်ချက် " + number,
                        new Markdown("အုတ်ဖိုများတွင် အလုပ်ရှာခများ ရပ်တန့်ရန် တောင်းဆိုသည်။"),
                        "",
                        "")
                .madeFrom(english);
        byte[] pdf = ("%PDF-1.7 kilns " + number).getBytes(StandardCharsets.US_ASCII);
        StatementFile file =
                scene.service.bean(CheckFile.class).keep("kilns-" + number + ".pdf", pdf, Optional.empty());
        return new Content(
                List.of(english, khmer, burmese),
                List.of(file),
                List.of(new Contact(Locale.ENGLISH, "Malee Srisuk", "+66 2 123 4567", "malee@harbour.example")),
                List.of("Harbour Workers' Union", "Village Network"),
                lists.stream().map(Destination::whole).toList(),
                Optional.empty());
    }

    public Statement draft(List<ListAddress> lists) {
        return scene.service.bean(EditStatement.class).begin(content(lists), Optional.empty(), ALICE);
    }

    /** Handed over to each of its lists. */
    public Statement sent(List<ListAddress> lists) {
        return send(draft(lists).id());
    }

    public Statement send(StatementId id) {
        scene.service.bean(DecideStatement.class).release(id, ALICE);
        scene.service.bean(StatementDispatch.class).send(id);
        Statement sent = find(id);
        assertThat(sent.latest().state()).isEqualTo(State.SENT);
        return sent;
    }

    public Statement find(StatementId id) {
        return scene.service.bean(Statements.class).find(id).orElseThrow();
    }
}

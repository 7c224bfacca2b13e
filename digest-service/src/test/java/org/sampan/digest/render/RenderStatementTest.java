package org.sampan.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.fixture.GoldenFile;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.page.Messages;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.sampan.digest.statement.CheckCode;
import org.sampan.digest.statement.Contact;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.StatementLinks;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Text;
import org.sampan.digest.statement.Withdrawal;

class RenderStatementTest {
    private static final Settings SETTINGS = Settings.from(RunningDigestService.environment("jdbc:none"));
    private static final RenderStatement RENDER = new RenderStatement(
            SETTINGS, new Messages(SETTINGS.templates().resolve("messages")), new Spelling(SETTINGS));
    private static final Instant SENT = Instant.parse("2026-11-22T03:00:00Z");
    private static final URI WEB = URI.create("https://lists.example");
    private static final CheckCode CODE = new CheckCode("7-2-K3QM-9F4D-XWVR-H2TP");
    private static final StatementLinks PAGE =
            StatementLinks.of(Optional.of(URI.create(WEB + "/statements/7")), WEB, CODE);
    private static final StatementLinks NO_PAGE = StatementLinks.of(Optional.empty(), WEB, CODE);

    private static final Withdrawal WITHDRAWN = new Withdrawal(
            "bob",
            SENT,
            "A figure was wrong.",
            false,
            true,
            List.of(new Withdrawal.Reason(Locale.forLanguageTag("vi"), "Một con số *sai*.")));

    private static Text text(String language, String subject, String body) {
        return new Text(Locale.forLanguageTag(language), subject, new Markdown(body), "", "");
    }

    private static Content content() {
        List<Text> texts = List.of(
                text("en", "Statement on the kilns", "We call for an **end** to fees.\n\n- Papers are given back"),
                text("th", "แถลงการณ์เรื่องเตาเผาอิฐ", "เราเรียกร้องให้ยุติค่าธรรมเนียม"),
                text("my", "အုတ်ဖိုများဆိုင်ရာ ထုတ်ပြန်ချက်", "အလုပ်ရှာခများ ရပ်တန့်ရန် တောင်းဆိုသည်။"),
                text("km", "សេចក្តីថ្លែងការណ៍អំពីឡឥដ្ឋ", "យើងអំពាវនាវឱ្យបញ្ចប់ថ្លៃ។"),
                text("lo", "ຖະແຫຼງການກ່ຽວກັບເຕົາເຜົາດິນຈີ່", "ພວກເຮົາຮຽກຮ້ອງໃຫ້ຢຸດຄ່າທຳນຽມ"),
                text("shn", "ၵၢၼ်ပိုၼ်ၽၢဝ်ႇ", "ႁဝ်းယွၼ်းႁႂ်ႈၵိုတ်း"),
                text("vi", "Tuyên bố về các lò gạch", "Chúng tôi kêu gọi chấm dứt phí."),
                text("zh", "关于砖窑的声明", "我们呼吁停止收费。"));
        return Content.blank(Locale.ENGLISH)
                .withTexts(texts)
                .withSignatories(List.of("Harbour Workers' Union", "Village <Network>"))
                .withContacts(List.of(
                        new Contact(Locale.ENGLISH, "Malee Srisuk", "+66 2 123 4567", "malee@harbour.example")));
    }

    private static Statement statement(Optional<Withdrawal> withdrawal) {
        StatementId id = new StatementId(7);
        StatementVersion first = StatementVersion.draft(id.firstVersion(), content(), "alice", SENT)
                .begun(SENT);
        Text corrected = content()
                .original()
                .saying(
                        "Statement on the kilns",
                        new Markdown("We call for an end to **all** fees."),
                        "We mean *all* fees.");
        StatementVersion second =
                StatementVersion.draft(id.firstVersion().next(), content().with(corrected), "alice", SENT);
        return new Statement(id, SENT, "alice", List.of(first, second), withdrawal);
    }

    private static String whole(List<Rendering> renderings, String language) {
        return renderings.stream()
                .filter(it -> it.language().getLanguage().equals(language))
                .flatMap(it ->
                        Stream.of("Subject: " + it.subject() + "\n", it.text().toString(), "\n" + it.html()))
                .reduce("", String::concat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "my", "km", "lo", "shn", "vi", "zh"})
    void correctionLooksAsItDidInEveryLanguage(String language) {
        Statement statement = statement(Optional.empty());
        GoldenFile.of(getClass(), "correction-" + language + ".txt")
                .assertSame(whole(RENDER.render(statement, statement.latest(), PAGE), language));
    }

    @Test
    void firstVersionAndNoticeOfWithdrawalLookAsTheyDid() {
        Statement statement = statement(Optional.of(WITHDRAWN));
        StatementVersion first = statement.versions().get(0);
        GoldenFile.of(getClass(), "statement-en.txt").assertSame(whole(RENDER.render(statement, first, NO_PAGE), "en"));
        GoldenFile.of(getClass(), "withdrawal-en.txt")
                .assertSame(whole(RENDER.renderWithdrawal(statement, PAGE), "en"));
    }

    @Test
    void translationThatDoesNotSayWhatChangedSaysItAsTheOriginalDoes() {
        Statement statement = statement(Optional.empty());
        assertThat(whole(RENDER.render(statement, statement.latest(), PAGE), "km"))
                .contains("We mean <em>all</em> fees.");
    }

    @Test
    void withdrawalSaysWhyInTheLanguagesThatSayItAndElseAsTheOriginal() {
        List<Rendering> all = RENDER.renderWithdrawal(statement(Optional.of(WITHDRAWN)), PAGE);
        assertThat(whole(all, "vi"))
                .contains("Một con số <em>sai</em>.", "<blockquote lang=\"vi\"")
                .doesNotContain("A figure was wrong");
        assertThat(whole(all, "km")).contains("A figure was wrong.", "<blockquote lang=\"en\"");
    }

    @Test
    void translationThatGoesOlderSaysSo() {
        Content changed = content();
        Text thai = changed.texts().get(1).goingBeside(changed.original());
        StatementVersion version =
                StatementVersion.draft(new StatementId(8).firstVersion(), changed.with(thai), "alice", SENT);
        List<Rendering> all = RENDER.render(statement(Optional.empty()), version, PAGE);
        assertThat(all.get(1).text().toString()).contains("\nต้นฉบับเปลี่ยนไป");
        assertThat(all.get(1).html().toString()).contains("<em>ต้นฉบับเปลี่ยนไป");
        assertThat(all.get(2).text().toString()).doesNotContain("မူရင်း");
    }

    @Test
    void whatPeopleWriteIsTextAndNothingElse() {
        Content hostile = content()
                .withSignatories(List.of("<script>alert(1)</script>"))
                .withTexts(List.of(text(
                        "en", "A\r\nBcc: \u202ex@y.example", "<img src=x onerror=alert(1)> [a](javascript:alert(1))")));
        StatementVersion version = StatementVersion.draft(new StatementId(8).firstVersion(), hostile, "alice", SENT);
        Rendering rendering =
                RENDER.render(statement(Optional.empty()), version, PAGE).get(0);
        assertThat(rendering.html().toString()).doesNotContain("<script", "<img", "javascript:");
        assertThat(rendering.subject()).isEqualTo("A Bcc: x@y.example");
    }
}

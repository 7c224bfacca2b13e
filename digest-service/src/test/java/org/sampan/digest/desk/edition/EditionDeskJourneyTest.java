package org.sampan.digest.desk.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.Deliveries;
import org.sampan.digest.edition.Delivery;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;
import org.sampan.digest.production.NoteDispatch;

/** An editor makes an edition with nothing but links and buttons. */
class EditionDeskJourneyTest {
    private PortalScene scene = PortalScene.fresh();
    private final SceneDrafts drafts = new SceneDrafts(scene);

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
    }

    private WebVisitor editor() {
        return scene.signedIn(drafts.newEditor());
    }

    private ClippingId collected(String title) {
        return drafts.collected(title);
    }

    private Edition draft(ClippingId... carried) {
        return drafts.carrying(carried);
    }

    private static void press(WebVisitor visitor, String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", visitor.page().select("input[name=_csrf]").val());
        visitor.post(path, all);
    }

    private List<Long> order(Edition edition) {
        return drafts.order(edition);
    }

    @Test
    void itemsAreOrderedTakenOutPutInAndReworded() {
        ClippingId river = collected("The river is high at Nong Khai");
        ClippingId boats = collected("Boats of the delta get lamps");
        ClippingId ferry = collected("A ferry for the school of Phon Sai");
        Edition draft = draft(river, boats);
        String path = "/desk/editions/" + draft.id();
        WebVisitor editor = editor();

        editor.get(path + "?lang=en");
        assertThat(editor.text()).contains("The river is high", "Boats of the delta", "draft", "of 60 kB");
        press(editor, path + "/items", Map.of("clipping", boats.toString(), "act", "up", "section", ""));
        assertThat(order(draft)).containsExactly(boats.value(), river.value());
        assertThat(editor.text()).contains("Kept.", "moved something: " + boats + ": Up");
        editor.get(path + "?q=Phon+Sai");
        assertThat(editor.text()).contains("A ferry for the school of Phon Sai");
        press(editor, path + "/items", Map.of("clipping", ferry.toString(), "act", "in", "section", ""));
        press(editor, path + "/items", Map.of("clipping", river.toString(), "act", "out", "section", ""));
        assertThat(order(draft)).containsExactly(boats.value(), ferry.value());
        press(
                editor,
                path + "/items",
                Map.of("clipping", ferry.toString(), "act", "to", "section", "news-clipping", "position", "0"));
        assertThat(order(draft)).containsExactly(ferry.value(), boats.value());
        assertThat(editor.answer().uri().getQuery()).isEqualTo("done=saved");
        press(editor, path + "/items", Map.of("clipping", ferry.toString(), "act", "to", "section", "activity"));
        press(editor, path + "/words", Map.of("clipping", boats.toString(), "title", "", "text", "Lamps, at last."));
        assertThat(editor.text()).contains("Lamps, at last.", "Activities");

        String undo = editor.page().select("ol.deeds form").eachAttr("action").get(0);
        press(editor, undo, Map.of());
        editor.get(path);
        assertThat(editor.text()).doesNotContain("Lamps, at last.");
    }

    @Test
    void introductionIsLookedAtBeforeItIsKept() {
        Edition draft = draft(collected("A market opens by the bridge"));
        WebVisitor editor = editor();
        String path = "/desk/editions/" + draft.id() + "/introduction";

        editor.get(path + "?lang=en");
        press(
                editor,
                path,
                Map.of("language", "en", "title", "Bridges", "introduction", "A **good** week.", "act", "look"));
        assertThat(editor.page().select(".prose strong").text()).isEqualTo("good");
        press(
                editor,
                path,
                Map.of("language", "en", "title", "Bridges", "introduction", "A **good** week.", "act", "save"));

        assertThat(scene.service
                        .bean(Editions.class)
                        .find(draft.id())
                        .orElseThrow()
                        .introduction())
                .contains("A **good** week.");
        assertThat(editor.page().select("h1").text()).isEqualTo("Bridges");
    }

    @Test
    void introductionIsTranslatedBesideTheOriginal() {
        Edition draft = drafts.of("urgent", collected("A dam, told in two languages"));
        WebVisitor editor = editor();
        String path = "/desk/editions/" + draft.id() + "/introduction";
        editor.get(path + "?lang=en");
        press(
                editor,
                path,
                Map.of("language", "en", "title", "Dams", "introduction", "A **dry** week.", "act", "save"));
        assertThat(editor.text()).contains("The introduction is not translated");

        editor.get(path + "?language=my");
        assertThat(editor.page().select("section [lang=en]").text()).isEqualTo("Dams A **dry** week.");
        press(
                editor,
                path,
                Map.of("language", "my", "title", "ဆည်များ", "introduction", "ခြောက်သွေ့သော အပတ်။", "act", "save"));
        assertThat(editor.text()).contains("Title and introduction are ready");
        assertThat(drafts.now(draft).introduction(Locale.forLanguageTag("my"))).contains("ခြောက်သွေ့သော အပတ်။");
    }

    @Test
    void previewIsTheMailInAFrameThatCanDoNothing() {
        Edition draft = draft(collected("Night boats and day boats"));
        WebVisitor editor = editor();
        String path = "/desk/editions/" + draft.id();

        editor.get(path + "/preview?lang=en&as=dark");
        String mail = editor.page().select("iframe[sandbox]").attr("src");
        editor.get(mail);
        assertThat(editor.page().text()).contains("Night boats and day boats");
        assertThat(editor.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox");
        assertThat(editor.page().html()).contains("@media all").doesNotContain("prefers-color-scheme");
        editor.get(path + "/preview?as=text");
        assertThat(editor.page().select("pre").text()).contains("* Night boats and day boats");
    }

    @Test
    void testMailGoesToTheEditorAlone() throws Exception {
        Edition draft = draft(collected("Tests of the water"));
        WebVisitor editor = editor();
        String path = "/desk/editions/" + draft.id();

        editor.get(path + "?lang=en");
        press(editor, path + "/test", Map.of("in", "en"));

        assertThat(editor.text()).contains("on its way to you");
        assertThat(scene.submission.caught()).singleElement().satisfies(caught -> {
            assertThat(caught.to()).startsWith("member");
            assertThat(caught.message().getSubject()).startsWith("[Test] Mekong weekly");
        });
    }

    @Test
    void sendingWaitsForASecondEditorAndIsFollowedToTheReaders() {
        scene.mailServer.when(
                PortalScene.NEWS,
                200,
                StandInMailServer.sample("list").replace("\"secondPerson\": \"off\"", "\"secondPerson\": \"on\""));
        Edition draft = draft(collected("Second thoughts at the weir"));
        String path = "/desk/editions/" + draft.id();
        WebVisitor first = editor();
        first.get(path + "/introduction?lang=en");
        press(
                first,
                path + "/introduction",
                Map.of("language", "en", "title", "Weirs", "introduction", "", "act", "save"));
        assertThat(first.text()).contains("You were the last to change it");

        first.get(path + "/send");
        press(first, path + "/send", Map.of());
        String run = first.answer().uri().getPath();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> first.get(run + "?lang=en").text().contains("Waits for a second person"));
        // Now, and not while somebody else's mail is being looked for.
        scene.service.bean(NoteDispatch.class).run();
        assertThat(mailsToTheList()).isZero();
        scene.submission.forgetAll();

        WebVisitor second = editor();
        second.get(path + "?lang=en");
        press(
                second,
                path + "/approve",
                Map.of("seen", second.page().select("input[name=seen]").val()));
        assertThat(second.text()).contains("Approved.");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> first.get(run + "?lang=en").text().contains("handed to the mail server"));
        assertThat(mailsToTheList()).isOne();
        assertThat(first.text()).contains("The mail server has not told anything yet");
        assertThat(first.page().select("#run[hx-trigger], #look")).isNotEmpty();
    }

    @Test
    void figuresAreToldAndWhatHasNotLeftIsCalledBack() {
        ClippingId story = collected("Copies that wait for the morning");
        Edition draft = draft(story);
        WebVisitor editor = editor();
        editor.get("/desk/editions/" + draft.id() + "/send");
        press(editor, "/desk/editions/" + draft.id() + "/send", Map.of());
        String run = editor.answer().uri().getPath() + "?lang=en";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> editor.get(run).text().matches(".* Done .*The mail server has not told anything yet.*"));
        press(editor, editor.answer().uri().getPath() + "/stop", Map.of());
        assertThat(editor.get(run).text()).contains("What has not left is called back as soon as that can be done");

        String delivery = "/lists/mekong-news%40lists.example/posts/" + PortalScene.REPLY + "/delivery";
        scene.mailServer.whenSample("GET " + delivery, 200, "delivery-waiting");
        Delivery nothingYet = new Delivery(
                PortalScene.REPLY,
                "waiting",
                new Delivery.Figures(0, 0, 0, 0, 0, 0),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
        scene.service.bean(Deliveries.class).keep(draft.id(), nothingYet);
        assertThat(editor.get(run).text())
                .contains(
                        "It waits for the hour of each reader’s own day",
                        "54 copies have not gone yet",
                        "23 November 2026, 07:30",
                        "Asia/Bangkok");

        scene.mailServer.whenSample("GET " + delivery, 200, "delivery");
        editor.get(run);
        assertThat(facts(editor))
                .containsEntry("Sent", "38")
                .containsEntry("Not tried yet", "13")
                .containsEntry("Tried again later", "2")
                .containsEntry("Refused", "1");
        editor.get("/desk/clippings/" + story);
        press(editor, "/desk/clippings/" + story + "/takedown", Map.of("reason", "A child is named."));
        assertThat(editor.get("/desk/clippings/" + story + "/takedown?lang=en").text())
                .contains("Taken down", draft.id().toString(), "To stop it");
        editor.get(editor.page().select("main .card a[href*=/runs/]").attr("href") + "?lang=en");
        scene.mailServer.when("POST " + delivery + "/cancel", 200, cancelled());
        press(editor, editor.answer().uri().getPath() + "/stop", Map.of());
        assertThat(editor.get(run).text()).contains("It was cancelled.").doesNotContain("called back");
        assertThat(facts(editor)).containsEntry("Sent", "38").containsEntry("Cancelled", "15");
        assertThat(editor.page().select("form[action$=/stop], #run[hx-trigger], #look"))
                .isEmpty();
    }

    private static Map<String, String> facts(WebVisitor editor) {
        return editor.page().select("dl.facts div").stream()
                .collect(Collectors.toMap(
                        fact -> fact.select("dt").text(),
                        fact -> fact.select("dd").text()));
    }

    private static String cancelled() {
        return StandInMailServer.sample("delivery")
                .replace("\"sending\"", "\"cancelled\"")
                .replace("\"cancelled\": 0", "\"cancelled\": 15")
                .replace("\"open\": 13", "\"open\": 0")
                .replace("\"deferred\": 2", "\"deferred\": 0");
    }

    @Test
    void whatTheMailServerRefusesIsTriedAgainByAButton() {
        Edition draft = draft(collected("A wall, and the second attempt"));
        WebVisitor editor = editor();
        editor.get("/desk/editions/" + draft.id() + "/send");
        scene.submission.refuse(451, "4.3.0 Try again later");
        press(editor, "/desk/editions/" + draft.id() + "/send", Map.of());
        String path = editor.answer().uri().getPath();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> editor.get(path + "?lang=en").text().contains("tried again:"));
        press(editor, path + "/stop", Map.of());
        assertThat(editor.text()).contains("Stopped", "Try again");
        assertThat(mailsToTheList()).isZero();

        scene.submission.forgetAll();
        press(editor, path + "/retry", Map.of());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> editor.get(path + "?lang=en").text().contains("handed to the mail server"));
        assertThat(mailsToTheList()).isOne();
        assertThat(editor.page().select("form[action$=/retry]")).isEmpty();
    }

    private long mailsToTheList() {
        return scene.submission.caught().stream()
                .filter(caught -> caught.to().startsWith("mekong-news@"))
                .count();
    }

    @Test
    void seriesShowTheirNextDateAndStartADraft() {
        WebVisitor editor = editor();
        editor.get("/desk/editions?lang=en");
        assertThat(editor.text()).contains("Mekong weekly", "Next:", "Start a draft now");
        press(editor, "/desk/editions/mekong-weekly/drafts", Map.of("since", "never", "until", ""));
        assertThat(editor.text()).contains("That is no day.");
        press(editor, "/desk/editions/mekong-weekly/drafts", Map.of("since", "2020-01-01", "until", "2020-01-02"));
        String run = editor.answer().uri().getPath();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> editor.get(run).text().contains("nothing to do"));
        assertThat(editor.get("/desk/runs").text()).contains("Left out");
    }

    @Test
    void largeEditionIsShownInPartsAndItsItemsMoveBetweenThem() {
        ClippingId[] many = drafts.collected("A pier of the long river, number ", Window.WHOLE + 1);
        Edition draft = draft(many);
        WebVisitor editor = editor();
        String path = "/desk/editions/" + draft.id();

        editor.get(path + "?lang=en");
        assertThat(editor.text()).contains("Items 1–40 of 61", "Those after", "Measure the size in each language");
        assertThat(editor.page().select("[data-item]")).hasSize(40);
        editor.get(editor.page().select("a[rel=next]").attr("href"));
        assertThat(editor.text()).contains("Items 41–61 of 61").doesNotContain("Those after");
        assertThat(editor.page().select("ol[data-section]").attr("start")).isEqualTo("41");
        press(editor, path + "/items", Map.of("clipping", many[40].toString(), "act", "up", "section", ""));
        assertThat(order(draft).get(39)).isEqualTo(many[40].value());
        assertThat(editor.text()).contains("Items 1–40 of 61");
        editor.get(path + "?measure=1");
        assertThat(editor.page().select("#sizes progress")).isNotEmpty();
    }

    @Test
    void whatIsTypedIsShownAsReadersGetItAndNotKept() {
        ClippingId lamps = collected("Lamps for the boats of the upper river");
        Edition draft = draft(lamps, collected("The lower river stays dark"));
        Edition before = drafts.now(draft);
        WebVisitor editor = editor();
        String path = "/desk/editions/" + draft.id();

        editor.get(path + "?lang=en");
        press(editor, path + "/mail", Map.of("clipping", lamps.toString(), "title", "", "text", "Light, at last <b>."));
        assertThat(editor.page().text()).contains("Light, at last <b>.").doesNotContain("The lower river stays dark");
        assertThat(editor.header("Content-Security-Policy")).endsWith("frame-ancestors 'self'; sandbox");
        editor.get(path + "/introduction");
        press(
                editor,
                path + "/mail",
                Map.of("language", "en", "title", "Rivers by night", "introduction", "A **bright** week."));
        assertThat(editor.page().text()).contains("Rivers by night", "A bright week.", "Lamps for the boats");
        assertThat(drafts.now(draft)).isEqualTo(before);
    }

    @Test
    void bulletinIsBegunWithWhatIsChosenAndWaitsForASecondEditor() {
        scene.mailServer.when(
                PortalScene.NEWS,
                200,
                StandInMailServer.sample("list").replace("\"secondPerson\": \"off\"", "\"secondPerson\": \"on\""));
        ClippingId flood = collected("Flood at the camp of Mae La Noi");
        ClippingId road = collected("The road to Mae La Noi is closed");
        WebVisitor editor = editor();
        editor.get("/desk?lang=en");
        assertThat(editor.page().select("a[href=/desk/bulletins]").text()).isEqualTo("Send a bulletin now");
        editor.get("/desk/bulletins");
        press(editor, "/desk/bulletins", Map.of("series", "urgent", "act", "begin"));
        assertThat(editor.text()).contains("Choose at least one clipping.");
        press(editor, "/desk/bulletins", Map.of("q", "Mae La Noi", "act", "find", "id", flood.toString()));
        assertThat(editor.page().select("input[name=id][checked]").eachAttr("value"))
                .containsExactly(flood.toString());
        assertThat(editor.page().select("input[name=id]").eachAttr("value")).contains(road.toString());

        press(editor, "/desk/bulletins", Map.of("series", "urgent", "act", "begin", "id", flood + "," + road));
        String run = editor.answer().uri().getPath();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> editor.get(run + "?lang=en").text().contains("left to the desk"));
        editor.get(editor.page().select("a[href^=/desk/editions/urgent/]").attr("href"));
        assertThat(editor.page().select("[data-item]").eachAttr("data-item"))
                .containsExactlyInAnyOrder(flood.toString(), road.toString());
        String path = editor.answer().uri().getPath();
        press(editor, path + "/send", Map.of());
        String sending = editor.answer().uri().getPath();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> editor.get(sending + "?lang=en").text().contains("Waits for a second person"));
        scene.service.bean(NoteDispatch.class).run();
        assertThat(mailsToTheList()).isZero();
        scene.submission.forgetAll();

        WebVisitor second = editor();
        second.get("/desk?lang=en");
        assertThat(second.page().select(".card:has(a[href=" + path + "])").text())
                .contains("Waits for a second person");
        second.get(path + "/send");
        press(second, path + "/send", Map.of());
        assertThat(second.answer().uri().getPath())
                .as("one run, however many press")
                .isEqualTo(sending);
        second.get(path);
        press(
                second,
                path + "/approve",
                Map.of("seen", second.page().select("input[name=seen]").val()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> editor.get(sending + "?lang=en").text().contains("published:"));
        assertThat(mailsToTheList()).isOne();
        editor.get(path + "/send?lang=en");
        assertThat(editor.answer().uri().getPath()).isEqualTo(path);
        assertThat(editor.text()).contains("sent and published", "What was mailed is mailed");
        assertThat(editor.page().select("form[action$=/undo]")).isEmpty();
        assertThat(editor.get(editor.page()
                                .select("main a[href^=/news/urgent/]")
                                .attr("href"))
                        .select("main")
                        .text())
                .contains("Flood at the camp of Mae La Noi", "The road to Mae La Noi is closed");
    }
}

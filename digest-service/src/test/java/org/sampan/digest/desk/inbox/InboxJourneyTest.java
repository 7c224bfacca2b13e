package org.sampan.digest.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.desk.DeskScene.press;
import static org.sampan.digest.desk.DeskScene.titles;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.ClippingState;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.desk.DeskScene;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.portal.WebVisitor;

/** An editor at the inbox, in a browser that runs no script. */
class InboxJourneyTest {
    private final DeskScene scene = new DeskScene();
    private final WebVisitor editor = scene.signedIn();

    private Element card(ClippingId id) {
        return Objects.requireNonNull(editor.page().getElementById("c" + id.value()), "no card " + id);
    }

    @Test
    void newestComesFirstAndTheAddressSaysWhatIsWanted() {
        ClippingId first = scene.keep("Inbox: the ferry strike ends at the lower pier");
        ClippingId second = scene.keep("Inbox: harbour clinics open on Sundays");

        editor.get("/desk/inbox?lang=en");
        assertThat(titles(editor).indexOf("Inbox: harbour clinics open on Sundays"))
                .isLessThan(titles(editor).indexOf("Inbox: the ferry strike ends at the lower pier"))
                .isNotNegative();
        assertThat(card(first).text())
                .contains("The Delta Courier", "20 November 2026", "News clipping", "Thailand", "English");

        editor.get("/desk/inbox?q=clinics+Sundays&kind=news-clipping&country=TH&language=en&since=2026-11-20");
        assertThat(titles(editor)).containsExactly("Inbox: harbour clinics open on Sundays");
        assertThat(editor.page().select("#kind option[selected]").val()).isEqualTo("news-clipping");
        assertThat(editor.page().select("#since").val()).isEqualTo("2026-11-20");
        assertThat(editor.page().select("nav.tabs a").eachAttr("href"))
                .allMatch(address -> address.contains("q=clinics%20Sundays&") && address.contains("country=TH"));
        assertThat(editor.page().select(".languages a").eachAttr("href"))
                .allMatch(address -> address.contains("country=TH"));
        assertThat(card(second)).isNotNull();
    }

    @Test
    void nonsenseInTheAddressIsSaidKindly() {
        editor.get("/desk/inbox?kind=soup&lang=en");

        assertThat(editor.status()).isEqualTo(200);
        assertThat(editor.text()).contains("Kind: this cannot be understood, so all is shown.");
    }

    @Test
    void whatFitsNothingSaysSo() {
        editor.get("/desk/inbox?q=zzzzunheardof&lang=en");

        assertThat(editor.text()).contains("Nothing fits. Try fewer words or filters.");
    }

    @Test
    void clippingIsLeftOutAndTakenBackByTwoButtons() {
        ClippingId id = scene.keep("Inbox: left out and taken back");
        editor.get("/desk/inbox?q=taken+back&lang=en");

        press(editor, "/desk/inbox/one/" + id, Map.of("act", "omit", "back", "/desk/inbox?q=taken+back"));
        assertThat(editor.text()).contains("1 clipping is left out.");
        assertThat(titles(editor)).isEmpty();
        assertThat(scene.clipping(id).state()).isEqualTo(ClippingState.OMITTED);

        String undo = editor.page().select(".note input[name=undo]").val();
        press(editor, "/desk/inbox/take-back", Map.of("undo", undo, "back", "/desk/inbox?q=taken+back"));
        assertThat(editor.text()).contains("Taken back.");
        assertThat(titles(editor)).containsExactly("Inbox: left out and taken back");
        assertThat(scene.portal.service.bean(Journal.class).of(new Subject("clipping", id.toString()), 5))
                .allMatch(deed -> deed.content().actor().name().equals(scene.email))
                .hasSize(2);
    }

    @Test
    void kindAndCountryAreChangedBySmallSelects() {
        ClippingId id = scene.keep("Inbox: a statement taken for news");
        editor.get("/desk/inbox?lang=en");

        press(
                editor,
                "/desk/inbox/one/" + id,
                Map.of("act", "change", "kind", "statement", "country", "VN", "back", "/desk/inbox"));

        assertThat(editor.text()).contains("1 clipping is changed.");
        assertThat(card(id).text()).contains("Statement", "Viet Nam");
        assertThat(scene.clipping(id).story().kind()).isEqualTo(Kind.STATEMENT);
    }

    @Test
    void severalAreLeftOutAtOnceAndComeBackAtOnce() {
        ClippingId one = scene.keep("Inbox: several, the first");
        ClippingId two = scene.keep("Inbox: several, the second");
        editor.get("/desk/inbox?lang=en");
        assertThat(editor.page().select("input[form=several]").eachAttr("value"))
                .contains(one.toString(), two.toString());

        press(editor, "/desk/inbox/several", Map.of("act", "omit", "id", one + "," + two, "back", "/desk/inbox"));
        assertThat(editor.text()).contains("2 clippings are left out.");
        assertThat(scene.clipping(one).omitted()).isTrue();

        String undo = editor.page().select(".note input[name=undo]").val();
        press(editor, "/desk/inbox/take-back", Map.of("undo", undo, "back", "/desk/inbox"));
        assertThat(editor.text()).contains("2 changes are taken back.");
        assertThat(scene.clipping(two).omitted()).isFalse();
    }

    @Test
    void noneChosenChangesNothingAndSaysSo() {
        editor.get("/desk/inbox?state=all&lang=en");

        press(editor, "/desk/inbox/several", Map.of("act", "omit", "back", "/desk/inbox"));

        assertThat(editor.text()).contains("Nothing was changed. Did you choose something?");
    }

    @Test
    void clippingIsPutIntoTheDraftThatWaits() {
        ClippingId id = scene.keep("Inbox: for the next edition");
        editor.get("/desk/inbox?lang=en");

        press(
                editor,
                "/desk/inbox/one/" + id,
                Map.of("act", "put", "series", "mekong-weekly", "back", "/desk/inbox?state=used"));

        assertThat(editor.text()).contains("1 clipping is in the next edition.");
        assertThat(card(id).text()).contains("in Mekong weekly 2");
        EditionId draft = new EditionId("mekong-weekly", 2);
        assertThat(scene.portal
                        .service
                        .bean(Editions.class)
                        .find(draft)
                        .orElseThrow()
                        .clippingIds())
                .contains(id);
        press(editor, "/desk/inbox/one/" + id, Map.of("act", "put", "series", "mekong-weekly"));
        assertThat(editor.text()).contains("An edition of this series has it already.");
    }

    @Test
    void marksTellOfOtherLanguagesAndOfOriginalsThatChanged() {
        ClippingId english = scene.keep("Inbox: the clinic's new hours");
        ClippingId thai = scene.keep("คลินิกเปิดเวลาใหม่", "th", "คลินิกเปิดทุกวันอาทิตย์ตั้งแต่เดือนหน้า");
        scene.clippings().linkVersions(english, thai);

        editor.get("/desk/inbox?lang=en");
        assertThat(card(english).select(".mark").eachText()).containsExactly("also in Thai");

        press(editor, "/desk/inbox/one/" + english, Map.of("act", "kind", "kind", "activity"));
        assertThat(card(thai).text()).doesNotContain("its original has changed");
        scene.clippings()
                .change(
                        english,
                        scene.clipping(scene.keep("Inbox: the clinic's hours, corrected"))
                                .story(),
                        false);
        editor.get("/desk/inbox?lang=en");
        assertThat(card(english).select(".mark").text()).contains("also in Thai its original has changed");
    }

    @Test
    void scriptGetsOnlyTheCardAnew() {
        ClippingId id = scene.keep("Inbox: by a script of ours");
        editor.get("/desk/inbox");
        String token = editor.page().select("input[name=_csrf]").val();

        editor.post(
                "/desk/inbox/one/" + id,
                Map.of("act", "omit", "_csrf", token, "back", "/desk/inbox?q=x"),
                Map.of("HX-Request", "true"));

        assertThat(editor.page().select("header, nav")).isEmpty();
        assertThat(editor.page().select("li.clip.omitted .said").text()).contains("1 clipping is left out.");
        assertThat(editor.page().select("li.clip button[value=readmit]")).hasSize(1);
        assertThat(editor.page().select(".undo input[name=card]").val()).isEqualTo(id.toString());
    }

    @Test
    void nobodyIsLedElsewhere() {
        ClippingId id = scene.keep("Inbox: led back");
        editor.get("/desk/inbox");

        for (String elsewhere : List.of("https://evil.example/desk", "//evil.example", "/account", "/desk\\@evil")) {
            press(editor, "/desk/inbox/one/" + id, Map.of("act", "none", "back", elsewhere));
            assertThat(editor.answer().uri().getPath()).as(elsewhere).isEqualTo("/desk/inbox");
            editor.get("/desk/inbox");
        }
    }
}

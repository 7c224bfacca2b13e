package org.sampan.digest.owner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.owner.ManagedList.BASE;
import static org.sampan.digest.owner.ManagedList.REST;
import static org.sampan.digest.owner.ManagedList.asked;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** An owner brings a file of people, looks through it, and says yes or no. */
class ImportJourneyTest {
    private static final String FILE = "email,name\nhtun@riverside.example,ထွန်းအောင်\n";
    private static final String PREVIEW = "PUT " + REST + "/members?preview=true";
    private static final String IMPORT = "PUT " + REST + "/members";

    private final PortalScene scene = ManagedList.scene();
    private final WebVisitor owner = scene.signedIn(scene.newSteward("owner"));

    @Test
    void fileIsLookedThroughAndImportedByTheButtonOnly() {
        scene.mailServer.whenSample(PREVIEW, 200, "members-preview").whenSample(IMPORT, 200, "members-import");
        upload(FILE.getBytes(UTF_8), "add");
        assertThat(owner.answer().uri().getPath()).startsWith(BASE + "/import/");
        assertThat(owner.text())
                .contains("members.csv", "New on the list 34", "Changed 2", "Cannot be used 1")
                .contains("Line 4 not an address", "This is no complete e-mail address.")
                .contains("htun@riverside.example ထွန်းအောင် · Riverside Legal Aid · MM · my New on the list");
        assertThat(asked(scene, PREVIEW)).isEqualTo(FILE);
        assertThat(asked(scene, IMPORT)).isEqualTo("never asked");
        String preview = owner.answer().uri().getPath();
        owner.get(preview);
        owner.send(Map.of());
        assertThat(asked(scene, IMPORT)).isEqualTo(FILE);
        assertThat(owner.text()).contains("Done", "New on the list 34", "Line 4");
        assertThat(isGone(preview)).isTrue();
    }

    @Test
    void largeFileGoesThroughInPieces() {
        byte[] file = ("email\n" + "reader@reading.example\n".repeat(30_000)).getBytes(UTF_8);
        scene.mailServer.whenSample(PREVIEW, 200, "members-preview");
        upload(file, "add");
        assertThat(asked(scene, PREVIEW).getBytes(UTF_8)).isEqualTo(file);
    }

    @Test
    void secondYesFindsTheFileGone() {
        scene.mailServer.whenSample(PREVIEW, 200, "members-preview").whenSample(IMPORT, 200, "members-import");
        upload(FILE.getBytes(UTF_8), "add");
        String preview = owner.answer().uri().getPath();
        String token = owner.page().select("input[name=_csrf]").attr("value");
        owner.send(Map.of());
        owner.post(preview, Map.of("_csrf", token));
        assertThat(owner.text()).contains("The file is not here any more.");
        assertThat(scene.mailServer.calls().stream().filter(it -> it.line().equals(IMPORT)))
                .hasSize(1);
    }

    @Test
    void fileOfOneOwnerIsNotAnothers() {
        scene.mailServer.whenSample(PREVIEW, 200, "members-preview");
        upload(FILE.getBytes(UTF_8), "add");
        String preview = owner.answer().uri().getPath();
        WebVisitor other = scene.signedIn(scene.newSteward("owner"));
        other.get(preview + "?lang=en");
        assertThat(other.answer().uri().getPath()).isEqualTo(BASE + "/import");
        assertThat(other.text()).contains("The file is not here any more.");
    }

    @Test
    void fileIsThrownAway() {
        scene.mailServer.whenSample(PREVIEW, 200, "members-preview");
        upload(FILE.getBytes(UTF_8), "add");
        String preview = owner.answer().uri().getPath();
        owner.send(preview + "/drop", Map.of());
        assertThat(owner.text()).contains("The file was thrown away.");
        assertThat(isGone(preview)).isTrue();
        assertThat(asked(scene, IMPORT)).isEqualTo("never asked");
    }

    @Test
    void fileThatCannotBeReadSaysWhyAndIsNotKept() {
        scene.mailServer.when(
                PREVIEW,
                400,
                "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"The first line must name a column email.\"}");
        upload("name\n".getBytes(UTF_8), "add");
        assertThat(owner.page().select("[role=alert]").text()).contains("The first line must name a column email.");
        assertThat(isGone(owner.answer().uri().getPath())).isTrue();
        owner.get(BASE + "/import?lang=en");
        owner.upload(new byte[0], Map.of("purpose", "add"));
        assertThat(owner.text()).contains("Choose a file that is not empty.");
    }

    @Test
    void fileThatIsTooLargeIsRefusedKindly() {
        upload(new byte[21_000_000], "add");
        assertThat(owner.status()).isEqualTo(413);
        assertThat(owner.text()).contains("That is too large", "20 MB");
    }

    @Test
    void peopleOfAFileAreInvitedByNameOnceTheOwnerHasSeenWhom() {
        scene.mailServer.whenSample("PUT " + REST + "/invitations/preview", 200, "invitations-preview");
        upload(FILE.getBytes(UTF_8), "invite");
        assertThat(owner.text())
                .contains("Can be invited 1", "htun@riverside.example ထွန်းအောင်: will be invited")
                .contains("alice@harbour.example: is on the list already", "Line 4 nobody", "Do come.");
        assertThat(asked(scene, "POST " + REST + "/invitations")).isEqualTo("never asked");
        owner.send(Map.of());
        assertThat(asked(scene, "POST " + REST + "/invitations"))
                .contains("{\"email\":\"htun@riverside.example\",\"name\":\"ထွန်းအောင်\",\"language\":\"my\"}")
                .contains("\"words\":\"Do come.\"")
                .doesNotContain("alice");
        assertThat(owner.text()).contains("htun@riverside.example: invited");
    }

    private void upload(byte[] file, String purpose) {
        owner.get(BASE + "/import?lang=en");
        owner.upload(file, Map.of("purpose", purpose, "words", "Do come."));
    }

    /** Looking for the file again finds nothing. */
    private boolean isGone(String preview) {
        owner.get(preview);
        return owner.text().contains("The file is not here any more.");
    }
}

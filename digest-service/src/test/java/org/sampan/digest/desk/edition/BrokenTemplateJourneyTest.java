package org.sampan.digest.desk.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody changes a template of one series, and it breaks. */
class BrokenTemplateJourneyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PortalScene scene = PortalScene.fresh();
    private final SceneDrafts drafts = new SceneDrafts(scene);
    private final Path broken = scene.config.resolve("editions/urgent/edition.txt.ftl");

    @BeforeEach
    void breakOne() throws IOException {
        Files.createDirectories(broken.resolveSibling("."));
        Files.writeString(broken, "${series}\n${titel}\n");
    }

    @AfterEach
    void mend() throws IOException {
        Files.deleteIfExists(broken);
    }

    private JsonNode told() {
        return JSON.readTree(scene.service.get("/api/templates").body());
    }

    @Test
    void fileAndLineAreToldAsTheContractSays() throws IOException {
        JsonNode one = told().get("broken").get(0);
        JsonNode sample = JSON.readTree(StandInMailServer.sample("templates"));
        assertThat(told().propertyNames()).isEqualTo(sample.propertyNames());
        assertThat(one.propertyNames()).isEqualTo(sample.get("broken").get(0).propertyNames());
        assertThat(told().get("broken")).hasSize(1);
        assertThat(one.get("series").asString()).isEqualTo("urgent");
        assertThat(one.get("problem").asString())
                .startsWith(broken + ":2: ")
                .contains("titel")
                .doesNotContain("Tip:");

        mend();
        assertThat(told().get("broken")).isEmpty();
    }

    @Test
    void onlyThatSeriesStopsAndItsPageSaysWhy() throws IOException {
        Edition urgent = drafts.of("urgent", drafts.collected("A flood that cannot be printed"));
        Edition weekly = drafts.carrying(drafts.collected("A week that can be printed"));
        WebVisitor editor = scene.signedIn(drafts.newEditor());

        editor.get("/desk/editions/" + urgent.id() + "?lang=en");
        assertThat(editor.status()).isEqualTo(503);
        assertThat(editor.text()).contains("A template of this series is broken", broken + ":2: ");
        for (String path : new String[] {"", "/preview", "/send"}) {
            editor.get("/desk/editions/" + weekly.id() + path);
            assertThat(editor.status()).as(path).isEqualTo(200);
        }
        for (String path : new String[] {"/", "/desk", "/desk/editions", "/news/mekong-weekly/1"}) {
            editor.get(path);
            assertThat(editor.status()).as(path).isEqualTo(200);
        }

        mend();
        editor.get("/desk/editions/" + urgent.id());
        assertThat(editor.status()).isEqualTo(200);
    }
}

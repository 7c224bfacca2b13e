package org.sampan.mailserver.authorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.MEMBERS;
import static org.sampan.mailserver.post.TestPosts.NEWS;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.mailinglist.ListPath;
import org.sampan.mailserver.post.ReasonTexts;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.settings.Texts;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class RuleRoutesTest {
    private static final ReasonTexts TEXTS =
            new ReasonTexts(Settings.from(Map.of("SAMPAN_HOME", Path.of("..").toString())));

    private final RulesUnderTest rules;

    RuleRoutesTest(Database database) {
        rules = new RulesUnderTest(database);
    }

    @Test
    void rulesOfAListAreShownInOrderWithWhatTheyDo() {
        rules.list(MEMBERS);
        rules.list(NEWS);
        try (RestUnderTest rest =
                RestUnderTest.serving(new RuleRoutes(rules.rules, TEXTS, new ListPath(rules.lists), new Json()))) {
            JsonNode shown = rest.get("/lists/members@lists.example/rules")
                    .hasStatus(200)
                    .hasShapeOf("rules.json")
                    .body()
                    .path("rules");
            assertThat(shown.findValuesAsText("name"))
                    .startsWith("loop", "too-big", "seen")
                    .endsWith("accept");
            assertThat(rule(shown, "too-big").path("explanation").asText()).contains("100000");
            assertThat(rule(shown, "secretariat").path("applies").asBoolean()).isFalse();
            assertThat(rule(shown, "non-member").path("applies").asBoolean()).isTrue();
            JsonNode news = rest.get("/lists/mekong-news@lists.example/rules?language=th")
                    .body()
                    .path("rules");
            assertThat(rule(news, "secretariat").path("applies").asBoolean()).isTrue();
            assertThat(rule(news, "secretariat").path("explanation").asText()).contains("สำนักเลขาธิการ");
            assertThat(rule(news, "no-subject").path("explanation").asText()).contains("ให้รอผู้กลั่นกรอง");
            rest.get("/lists/nobody@lists.example/rules").isProblem(404, "No list");
        }
    }

    @Test
    void everyRuleIsExplained() {
        assertThat(rules.rules.all())
                .extracting(PostingRule::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(Texts.in(Path.of("../templates/messages"), "reasons")
                                .all("en"))
                        .containsKey("rule." + name));
    }

    private static JsonNode rule(JsonNode rules, String name) {
        return StreamSupport.stream(rules.spliterator(), false)
                .filter(it -> it.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.source.Condition;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.Validators;

class KindRulesTest {
    private static final WordFiles WORDS = new WordFiles(Path.of("../config/words"));
    private final KindRules rules = new KindRules(WORDS);

    private static Source source(Optional<Kind> kind, Map<String, Kind> categories) {
        return new Source(
                new SourceId(1),
                new NewSource(URI.create("https://harbour.example/feed/"), "Harbour", kind, categories),
                Condition.UNTRIED,
                Validators.NONE,
                0);
    }

    private static KindRule.Evidence evidence(String category, String title, String text, boolean credited) {
        return new KindRule.Evidence(List.of("Uncategorized", category), title, List.of(text), credited);
    }

    private String judge(KindRule.Evidence evidence) {
        return rules.judge(evidence, source(Optional.empty(), Map.of())).slug();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "Press releases, press-release",
        "press release, press-release",
        "Statements, statement",
        "Open letters, statement",
        "Statements and letters, statement",
        "Publications, publication",
        "Latest reports, publication",
        "News clippings, news-clipping",
        "In the media, news-clipping",
        "Press coverage, news-clipping",
        "Invitations, invitation",
        "Our activities, activity",
        "HWC Activities, activity",
        "แถลงการณ์, statement",
        "thông cáo báo chí, press-release",
        "Stories, activity"
    })
    void categoryTellsTheKind(String category, String kind) {
        assertThat(judge(evidence(category, "At the harbour", "Some text", false)))
                .isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PRESS RELEASE: Night clinic opens | press-release",
                "Press Release, the 3rd of May, 2026 – Night clinic opens | press-release",
                "Joint statement on the fees of brick kiln workers | statement",
                "HWC Statement on Dock Workers’ Day | statement",
                "Open Letter to the ministers of labour | statement",
                "Invitation: Night clinic opens, 3 May 2026 | invitation",
                "Call for papers: rivers and borders | invitation",
                "HWC’S PUBLICATION: Who pays for the crossing | publication",
                "New report: Who pays for the crossing | publication",
                "Riverside launches a report on crossing fees | publication",
                "Centre welcomes the minister's statement | activity",
                "Training on contracts in three villages | activity",
                "แถลงการณ์ร่วมเรื่องค่าธรรมเนียม | statement",
                "关于砖窑工人的声明 | statement"
            })
    void titleTellsTheKindWhereCategoriesDoNot(String title, String kind) {
        assertThat(judge(evidence("Stories", title, "Some text", false))).isEqualTo(kind);
    }

    @Test
    void whoeverNamesAnotherOutletPassesOnItsNews() {
        assertThat(judge(evidence("Stories", "Minister issues statement on ferries", "Some text", true)))
                .isEqualTo("news-clipping");
    }

    @Test
    void textTellsTheKindAtLast() {
        assertThat(judge(evidence("Stories", "The crossing", "Published in July 2026. PDF at:", false)))
                .isEqualTo("publication");
        assertThat(judge(evidence("Stories", "The crossing", "You are cordially invited to our fair.", false)))
                .isEqualTo("invitation");
        assertThat(judge(evidence("Stories", "The crossing", "FOR IMMEDIATE RELEASE", false)))
                .isEqualTo("press-release");
    }

    @Test
    void declaredCategoryAndKindOfTheSourceComeInTheirOrder() {
        Source source = source(Optional.of(Kind.PUBLICATION), Map.of("stories", Kind.INVITATION));

        assertThat(rules.judge(evidence("Stories", "Press release: x", "x", false), source))
                .isEqualTo(Kind.INVITATION);
        assertThat(rules.judge(evidence("Statements", "Press release: x", "x", false), source))
                .isEqualTo(Kind.STATEMENT);
        assertThat(rules.judge(evidence("Other", "Press release: x", "x", false), source))
                .isEqualTo(Kind.PUBLICATION);
    }
}

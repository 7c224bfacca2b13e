package org.sampan.digest.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CheckTemplatesTest {
    private static final Series WEEKLY = GoldenEdition.series("en", "th");
    private static final Series MONTHLY = new Series(
            "river-monthly",
            "River monthly",
            "river-news",
            List.of(Locale.ENGLISH),
            Optional.empty(),
            WEEKLY.timezone(),
            WEEKLY.sections(),
            true);

    @TempDir
    private Path home;

    private Path own;

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        for (String folder : List.of("templates/edition", "templates/messages", "config/words")) {
            Path from = RunningDigestService.checkout().resolve(folder);
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = home.resolve(folder).resolve(file.getFileName().toString());
                    Files.createDirectories(to.resolveSibling("."));
                    Files.copy(file, to);
                }
            }
        }
        own = Files.createDirectories(home.resolve("config/editions/river-weekly"));
    }

    private RenderEdition check() {
        Map<String, String> environment = new HashMap<>(RunningDigestService.environment("jdbc:none"));
        environment.put("SAMPAN_HOME", home.toString());
        environment.put("SAMPAN_CONFIG", home.resolve("config").toString());
        Settings settings = Settings.from(environment);
        RenderEdition stage = new RenderEdition(settings, new Spelling(settings), GoldenEdition::versions, new Press());
        new CheckTemplates(new SeriesCatalogue(List.of(WEEKLY, MONTHLY)), stage, settings);
        return stage;
    }

    @Test
    void brokenTemplateOfOneSeriesIsToldOfOnceAndStopsNoOther(CapturedOutput log) throws IOException {
        Path broken = Files.writeString(own.resolve("edition.txt.ftl"), "${series}\n${nothingOfThisName}\n");

        RenderEdition stage = check();

        assertThat(log.getOut().lines().filter(line -> line.contains("event=broken-template")))
                .singleElement()
                .asString()
                .contains("ERROR", "series=river-weekly", broken + ":2: ", "nothingOfThisName", "remedy=");
        assertThat(stage.render(MONTHLY, SampleEdition.of(MONTHLY), Locale.ENGLISH)
                        .text()
                        .toString())
                .contains("RIVER MONTHLY");
        assertThatThrownBy(() -> stage.render(WEEKLY, SampleEdition.of(WEEKLY), Locale.ENGLISH))
                .hasMessageContaining(broken + ":2: ");
    }

    @Test
    void whatIsNoMjmlIsToldOfToo(CapturedOutput log) throws IOException {
        Path broken = Files.writeString(own.resolve("edition.mjml.ftlh"), "A mail without MJML\n");

        check();

        assertThat(log.getOut())
                .contains("series=river-weekly", broken + ":1: ", "no mail can be made")
                .contains("no root element mjml found");
    }

    @Test
    void brokenTemplateThatAllShareStopsTheStart() throws IOException {
        Path broken =
                Files.writeString(home.resolve("templates/edition/items.html.ftlh"), "<#list section.items as item>\n");

        assertThatThrownBy(this::check)
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        bad -> assertThat(bad.problems())
                                .singleElement()
                                .asString()
                                .startsWith(broken + ":"));
    }

    @Test
    void templatesAsShippedAreSound(CapturedOutput log) {
        check();

        assertThat(log.getOut()).doesNotContain("broken-template");
    }
}

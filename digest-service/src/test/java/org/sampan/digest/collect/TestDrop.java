package org.sampan.digest.collect;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.fixture.TestDatabase;
import org.sampan.digest.settings.Settings;

/** A drop folder with the real repositories behind it, for tests of other packages as well. */
public final class TestDrop {
    private static final WordFiles WORDS = new WordFiles(Path.of("../config/words"));

    private TestDrop() {}

    public static DropFolder of(TestDatabase.Access access, Path folder) {
        Map<String, String> environment = new HashMap<>(RunningDigestService.environment("jdbc:none"));
        environment.put("SAMPAN_COLLECT_DROP", folder.toString());
        return new DropFolder(
                Settings.from(environment),
                new ImportClippings(
                        new ItemReader(new KindRules(WORDS), new CountryWords(WORDS), new TopicWords(WORDS)),
                        TestClippings.of(access),
                        TestClippings.files(access),
                        TestClippings.copies(access),
                        Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC)));
    }
}

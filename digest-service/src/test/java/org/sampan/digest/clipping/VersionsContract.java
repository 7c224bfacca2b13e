package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.burmeseActivity;
import static org.sampan.digest.fixture.Stories.like;
import static org.sampan.digest.fixture.Stories.offer;
import static org.sampan.digest.fixture.Stories.statement;
import static org.sampan.digest.fixture.Stories.thaiTraining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

interface VersionsContract {
    /** Beside {@link #clippings}, in one database. */
    Versions versions();

    /** Empty at first. */
    Clippings clippings();

    private ClippingId keep(Story story) {
        clippings().take(offer(story, HARBOUR));
        return clippings().page(Optional.empty(), 10).stream()
                .filter(it -> it.story().title().equals(story.title()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void retitle(ClippingId id, String title) {
        Clipping now = clippings().find(id).orElseThrow();
        clippings().change(id, like(now.story(), title, now.story().publishedAt()), false);
    }

    private List<Version> of(ClippingId id) {
        return versions().of(Set.of(id)).getOrDefault(id, List.of());
    }

    private List<ClippingId> stale(ClippingId id) {
        return of(id).stream().filter(Version::stale).map(Version::id).toList();
    }

    @Test
    default void clippingInOneLanguageHasNoVersions() {
        ClippingId alone = keep(statement());

        assertThat(versions().of(Set.of(alone, new ClippingId(99_999)))).isEmpty();
    }

    @Test
    default void versionsComeWithTheirOriginalByLanguage() {
        ClippingId original = keep(statement());
        ClippingId thai = keep(thaiTraining());
        ClippingId burmese = keep(burmeseActivity());
        clippings().linkVersions(original, thai);
        clippings().linkVersions(thai, burmese);

        assertThat(of(burmese)).extracting(Version::id).containsExactly(original, burmese, thai);
        assertThat(of(burmese)).extracting(Version::original).containsExactly(true, false, false);
        assertThat(stale(original)).isEmpty();
    }

    @Test
    default void translationIsStaleWhenItsOriginalChangesUntilSomebodyLooks() {
        ClippingId original = keep(statement());
        ClippingId thai = keep(thaiTraining());
        ClippingId burmese = keep(burmeseActivity());
        clippings().linkVersions(original, thai);
        clippings().linkVersions(original, burmese);

        retitle(original, "Joint statement, corrected");
        assertThat(stale(original)).containsExactly(burmese, thai);

        versions().confirm(thai);
        assertThat(stale(original)).containsExactly(burmese);

        retitle(thai, "หัวข้ออื่น");
        assertThat(stale(original)).containsExactly(burmese);

        retitle(original, "Joint statement, corrected twice");
        assertThat(stale(original)).containsExactly(burmese, thai);
    }

    @Test
    default void linkingOneMoreDoesNotHideThatAnotherIsStale() {
        ClippingId original = keep(statement());
        ClippingId thai = keep(thaiTraining());
        clippings().linkVersions(original, thai);
        retitle(original, "Joint statement, corrected");

        clippings().linkVersions(original, keep(burmeseActivity()));

        assertThat(stale(original)).containsExactly(thai);
    }

    @Test
    default void anotherVersionCanBeDeclaredTheOriginal() {
        ClippingId english = keep(statement());
        ClippingId thai = keep(thaiTraining());
        clippings().linkVersions(english, thai);

        versions().declareOriginal(thai);
        assertThat(of(english)).extracting(Version::original).containsExactly(false, true);

        retitle(thai, "หัวข้ออื่น");
        assertThat(stale(thai)).containsExactly(english);
    }

    @Test
    default void linksAreRestoredAsTheyWere() {
        ClippingId english = keep(statement());
        ClippingId thai = keep(thaiTraining());
        Set<ClippingId> both = Set.of(english, thai);
        List<Versions.Link> none = versions().links(both);
        clippings().linkVersions(english, thai);
        retitle(english, "Joint statement, corrected");
        List<Versions.Link> stale = versions().links(both);

        versions().confirm(thai);
        versions().restore(both, stale);
        assertThat(stale(english)).containsExactly(thai);

        versions().restore(both, none);
        assertThat(of(english)).isEmpty();
        assertThat(none).isEmpty();
    }
}

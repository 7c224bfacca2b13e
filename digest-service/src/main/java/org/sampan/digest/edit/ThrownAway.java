package org.sampan.digest.edit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sampan.digest.edit.EditionEdit.WantedSection;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.OwnWords;
import org.sampan.digest.edition.Translation;

/** A draft that was thrown away: all that brings it back. */
record ThrownAway(
        String title,
        Instant since,
        Instant until,
        Optional<String> introduction,
        List<WantedSection> sections,
        List<Translation> translations,
        Map<Long, OwnWords> ownWords,
        Instant datedAt) {
    /** The deed's word. */
    static final String WHAT = "thrown-away";

    static ThrownAway of(Edition draft) {
        return new ThrownAway(
                draft.title(),
                draft.period().since(),
                draft.period().until(),
                draft.introduction(),
                EditionAspects.wanted(draft),
                draft.translations(),
                draft.ownWords().entrySet().stream()
                        .collect(Collectors.toMap(one -> one.getKey().value(), Map.Entry::getValue)),
                draft.datedAt());
    }
}

package org.sampan.digest.compile;

import java.util.List;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.NewEdition;

/** What came of compiling. */
public sealed interface Compilation {
    /** A new edition, with its number. */
    record Made(Edition edition) implements Compilation {}

    /** It was there already: to be finished, or finished long ago. */
    record Found(Edition edition) implements Compilation {}

    /** No clipping for it: no edition, and no number used up. {@code why} is for people. */
    record Nothing(NewEdition empty, String why) implements Compilation {
        static Nothing because(NewEdition edition, String why) {
            return new Nothing(new NewEdition(edition.series(), edition.period(), List.of(), edition.datedAt()), why);
        }
    }
}

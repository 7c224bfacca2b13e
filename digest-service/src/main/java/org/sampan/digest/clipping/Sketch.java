package org.sampan.digest.clipping;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.sampan.digest.search.SearchVector;

/** An offer with all that is made of its text before anybody waits for it: what it is compared by and what it is found by. */
record Sketch(Offer offer, String fingerprint, Shingles text, MinHash minHash, SearchVector words) {
    static Sketch of(Offer offer, String fingerprint) {
        String plain = plain(offer.story());
        Shingles text = Shingles.of(plain);
        return new Sketch(offer, fingerprint, text, MinHash.of(text), words(offer.story(), plain));
    }

    Long[] bands() {
        return Arrays.stream(minHash.bands()).boxed().toArray(Long[]::new);
    }

    static SearchVector words(Story story) {
        return words(story, plain(story));
    }

    private static SearchVector words(Story story, String plain) {
        return SearchVector.of(
                story.title(),
                Stream.concat(story.byline().stream(), story.outlet().stream()).collect(Collectors.joining(" ")),
                plain.isEmpty() ? story.summary() : plain);
    }

    static String plain(Story story) {
        return Jsoup.parseBodyFragment(story.html()).text();
    }
}

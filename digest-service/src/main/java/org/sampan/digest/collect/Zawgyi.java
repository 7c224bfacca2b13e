package org.sampan.digest.collect;

import com.google.myanmartools.TransliterateZ2U;
import com.google.myanmartools.ZawgyiDetector;
import java.util.List;
import java.util.Optional;

/**
 * Burmese as the Zawgyi fonts of the years before Unicode wrote it: the same code points, other letters. Told by how likely they follow each
 * other, and only when it is all but sure; Shan and Mon in Unicode use some of the same code points and are left as they are.
 */
final class Zawgyi {
    private static final double SURE = 0.95;

    private final ZawgyiDetector detector = new ZawgyiDetector();
    private final TransliterateZ2U converter = new TransliterateZ2U("Zawgyi to Unicode");

    /** The item's text as it is written, if that is Zawgyi. */
    Optional<String> in(FeedItem item) {
        if (!hasMyanmar(item.title()) && !hasMyanmar(item.html())) {
            return Optional.empty();
        }
        String text = item.title() + "\n\n" + String.join("\n\n", CleanHtml.paragraphs(item.html()));
        return detector.getZawgyiProbability(text) > SURE ? Optional.of(text) : Optional.empty();
    }

    private static boolean hasMyanmar(String text) {
        return text.chars().anyMatch(letter -> letter >= 0x1000 && letter <= 0x109f);
    }

    /** The item in Unicode. Its GUID and link stay: it is known by them. */
    FeedItem unicode(FeedItem item) {
        return new FeedItem(
                converter.convert(item.title()),
                item.link(),
                item.guid(),
                item.publishedAt(),
                all(item.authors()),
                item.outlet().map(converter::convert),
                all(item.categories()),
                converter.convert(item.html()),
                item.base());
    }

    private List<String> all(List<String> texts) {
        return texts.stream().map(converter::convert).toList();
    }
}

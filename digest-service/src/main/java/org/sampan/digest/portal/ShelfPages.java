package org.sampan.digest.portal;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.page.Messages;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.ReaderFormats;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Published stories by kind, topic, country and language, a page at a time. */
@Controller
final class ShelfPages {
    private static final int PAGE = 30;

    private final Newsstand newsstand;
    private final Spelling spelling;
    private final Messages messages;
    private final ZoneId zone;

    ShelfPages(Newsstand newsstand, Spelling spelling, Messages messages, Settings settings) {
        this.newsstand = newsstand;
        this.spelling = spelling;
        this.messages = messages;
        this.zone = settings.web().timezone();
    }

    @GetMapping("/news/{sort:kinds|topics|countries|languages}/{name}")
    String shelf(
            @PathVariable String sort,
            @PathVariable String name,
            @RequestParam Optional<Long> after,
            Locale language,
            Model page) {
        Shelf shelf = Shelf.of(sort, name).orElseThrow(NotHere::new);
        ReaderFormats formats = new ReaderFormats(spelling, language, zone);
        List<Clipping> stories = newsstand.shown(shelf, after.map(ClippingId::new), PAGE + 1);
        page.addAttribute("shelf", shelf.path());
        page.addAttribute(
                "heading", shelf.name(language, formats).orElseGet(() -> messages.text(language, "kind." + name)));
        page.addAttribute("formats", formats);
        page.addAttribute(
                "stories",
                stories.stream()
                        .limit(PAGE)
                        .map(clipping -> StoryView.of(clipping, formats))
                        .toList());
        page.addAttribute(
                "next",
                stories.size() > PAGE ? Optional.of(stories.get(PAGE - 1).id().value()) : Optional.empty());
        return "shelf";
    }
}

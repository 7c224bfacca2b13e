package org.sampan.digest.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Section;
import org.sampan.digest.link.WatchedLink;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.page.NotHere;
import org.sampan.digest.page.Reader;
import org.sampan.digest.page.ReaderFormats;
import org.sampan.digest.spelling.Spelling;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ConcurrentModel;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Editions: all of a series, and each on its own page. Those of lists that are not public are shown to the lists' readers. */
@Controller
final class NewsPages {
    private static final int ALL = 500;
    private static final int TITLES_IN_DESCRIPTION = 3;

    private final Newsstand newsstand;
    private final ReadersEditions readersEditions;
    private final Spelling spelling;

    NewsPages(Newsstand newsstand, ReadersEditions readersEditions, Spelling spelling) {
        this.newsstand = newsstand;
        this.readersEditions = readersEditions;
        this.spelling = spelling;
    }

    @GetMapping("/news/{series}")
    String series(
            @PathVariable String series,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        List<EditionCard> own = readersEditions.cards(series, Reader.of(request), ALL);
        if (own.isEmpty()) {
            mayBeKept(response);
            return series(series, language, page);
        }
        page.addAttribute("closed", true);
        return series(newsstand.series(series), own, language, page);
    }

    /** Fills the page of a series; answers its template. */
    String series(String series, Locale language, Model page) {
        List<EditionCard> editions = newsstand.cards(Optional.of(series), ALL);
        if (editions.isEmpty() && !newsstand.declares(series)) {
            throw new NotHere();
        }
        return series(newsstand.series(series), editions, language, page);
    }

    private String series(SeriesLink series, List<EditionCard> editions, Locale language, Model page) {
        describe(page, series, formats(series, language));
        page.addAttribute("editions", editions);
        return "series";
    }

    @GetMapping("/news/{series}/{number:[0-9]{1,9}}")
    ModelAndView edition(
            @PathVariable String series,
            @PathVariable int number,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        EditionId id = new EditionId(series, number);
        Optional<Edition> published = newsstand.edition(id);
        Model page = new ConcurrentModel();
        if (published.isEmpty() && readersEditions.has(series)) {
            return new ModelAndView(ofReaders(id, language, request, page), page.asMap());
        }
        mayBeKept(response);
        return new ModelAndView(edition(published.orElseThrow(NotHere::new), language, page), page.asMap());
    }

    /** Fills the page of an edition; answers its template. */
    String edition(EditionId id, Locale language, Model page) {
        return edition(newsstand.edition(id).orElseThrow(NotHere::new), language, page);
    }

    private String ofReaders(EditionId id, Locale language, HttpServletRequest request, Model page) {
        Optional<Reader> reader = Reader.of(request);
        if (reader.isEmpty()) {
            return "redirect:/account/sign-in?next=" + request.getRequestURI();
        }
        page.addAttribute("closed", true);
        return edition(readersEditions.find(id, reader).orElseThrow(NotHere::new), language, page);
    }

    private String edition(Edition edition, Locale language, Model page) {
        SeriesLink link = newsstand.series(edition.id().series());
        ReaderFormats formats = formats(link, language);
        Map<ClippingId, WatchedLink> gone = newsstand.gone(edition.clippingIds());
        describe(page, link, formats);
        page.addAttribute("edition", EditionView.of(edition, link));
        page.addAttribute("takedowns", newsstand.takedowns(edition.id()));
        page.addAttribute(
                "introduction",
                edition.introduction().map(text -> new Markdown(text).html()).orElse(""));
        page.addAttribute(
                "sections",
                edition.sections().stream()
                        .map(section -> SectionView.of(section, formats, gone))
                        .toList());
        return "edition";
    }

    private ReaderFormats formats(SeriesLink series, Locale language) {
        return new ReaderFormats(spelling, language, series.timezone());
    }

    private static void describe(Model page, SeriesLink series, ReaderFormats formats) {
        page.addAttribute("series", series);
        page.addAttribute("list", series.list());
        page.addAttribute("formats", formats);
    }

    /** A browser that has the page asks whether it changed, and gets nothing when not. */
    private static void mayBeKept(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    /** An edition's page without its stories. */
    public record EditionView(
            String path,
            int number,
            String title,
            String language,
            Instant datedAt,
            Instant published,
            String description) {
        static EditionView of(Edition edition, SeriesLink series) {
            return new EditionView(
                    series.path() + "/" + edition.id().number(),
                    edition.id().number(),
                    edition.title(),
                    series.language(),
                    edition.datedAt(),
                    edition.publishedAt().orElse(edition.datedAt()),
                    firstTitles(edition));
        }

        private static String firstTitles(Edition edition) {
            return edition.sections().stream()
                    .flatMap(section -> section.clippings().stream())
                    .limit(TITLES_IN_DESCRIPTION)
                    .map(clipping -> clipping.story().title())
                    .collect(Collectors.joining(" · "));
        }
    }

    /** The stories of one kind. */
    public record SectionView(String kind, List<StoryView> stories) {
        static SectionView of(Section section, ReaderFormats formats, Map<ClippingId, WatchedLink> gone) {
            return new SectionView(
                    section.kind().slug(),
                    section.clippings().stream()
                            .map(clipping ->
                                    StoryView.of(clipping, formats, Optional.ofNullable(gone.get(clipping.id()))))
                            .toList());
        }
    }
}

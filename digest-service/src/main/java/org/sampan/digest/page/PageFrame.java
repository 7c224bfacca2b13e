package org.sampan.digest.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sampan.digest.newsroom.Newsroom;
import org.sampan.digest.spelling.Spelling;

/** What every template finds beside its own model: texts, formats, the language choice, who is signed in, and whether as an editor. */
final class PageFrame {
    private final Messages messages;
    private final ReaderLanguage readerLanguage;
    private final Site site;
    private final Newsroom newsroom;
    private final Spelling spelling;

    PageFrame(Messages messages, ReaderLanguage readerLanguage, Site site, Newsroom newsroom, Spelling spelling) {
        this.messages = messages;
        this.readerLanguage = readerLanguage;
        this.site = site;
        this.newsroom = newsroom;
        this.spelling = spelling;
    }

    Map<String, Object> of(HttpServletRequest request, Locale language) {
        Page page = new Page(
                language.toLanguageTag(), path(request), address(request), choice(request), messages.languages());
        return of(language, page, Reader.of(request), Optional.ofNullable(request.getAttribute("_csrf")));
    }

    /** Of a page that is kept as a file: nobody is signed in there, and it may be had in other languages from other files. */
    Map<String, Object> ofFile(String address, Locale language, List<String> languages) {
        Page page = new Page(
                language.toLanguageTag(),
                address.replaceAll("\\?.*", ""),
                address + (address.contains("?") ? "&" : "?"),
                languages.size() > 1,
                messages.languages().stream()
                        .filter(one -> languages.contains(one.tag()))
                        .toList());
        return of(language, page, Optional.empty(), Optional.empty());
    }

    private Map<String, Object> of(Locale language, Page page, Optional<Reader> reader, Optional<Object> formToken) {
        return Map.of(
                "t", new TextFunction(messages, language),
                "formats", new ReaderFormats(spelling, language, site.zone()),
                "site", site,
                "page", page,
                "reader", reader,
                "editor", reader.filter(it -> newsroom.isOpenTo(it.email())).isPresent(),
                "csrf", formToken);
    }

    void remember(HttpServletRequest request, HttpServletResponse response) {
        readerLanguage.remember(request, response);
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** What the page was asked for, as far as another language has nothing to do with it, ready for one more parameter. */
    private static String address(HttpServletRequest request) {
        String kept = Arrays.stream(String.valueOf(request.getQueryString()).split("&"))
                .filter(parameter -> parameter.contains("=") && !parameter.startsWith(ReaderLanguage.PARAMETER + "="))
                .map(parameter -> parameter + "&")
                .collect(Collectors.joining());
        return path(request) + "?" + kept;
    }

    /** After a form was sent there is no page to see again in another language. */
    private static boolean choice(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    /**
     * @param path without the query
     * @param address with it, ready for one more parameter
     * @param choice whether the reader can have it in another language
     */
    public record Page(String language, String path, String address, boolean choice, List<PageLanguage> languages) {}

    /**
     * @param name what the site is called: the domain of the lists
     * @param url without a slash at the end
     * @param zone in which times are told
     */
    public record Site(String name, URI url, Assets assets, ZoneId zone) {
        public String asset(String file) {
            return assets.path(file);
        }
    }
}

package org.sampan.digest.portal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where the pages of the site lie in the archive, and how their links lead there: also from a disk, or under another name. A
 * page that is there in several languages has the plain name in its own, and {@code .th.html} and so on in others.
 *
 * @param languages of the pages, the one first that pages have which are of no language of their own
 * @param languagesOfSeries those its editions are mailed in, their own first
 */
record ArchiveFiles(
        List<String> languages,
        Function<String, List<String>> languagesOfSeries,
        URI site,
        ArchivedStatements statements) {
    private static final Pattern OLDER = Pattern.compile("[?&](after|before)=([0-9]+)");
    private static final Pattern LANGUAGE = Pattern.compile("[?&]lang=([a-z]+)");
    private static final Pattern FEED =
            Pattern.compile("/(?:news/(?:.*/)?feed\\.(?:atom|rss|json)|statements/feed\\.atom)");
    private static final Pattern ITEM = Pattern.compile("/news/items/[0-9]+");
    private static final Pattern EDITION = Pattern.compile("/news/([^/]+)/[0-9]+");
    private static final Pattern SHELF_OF_LANGUAGE = Pattern.compile("/news/languages/([a-z]+)");

    /** Those that the page of a path is there in, its own first; of a story or statement, whose own only it knows, none. */
    List<String> languages(String path) {
        Matcher edition = EDITION.matcher(path);
        if (ITEM.matcher(path).matches() || path.startsWith("/statements/")) {
            return List.of();
        }
        if (edition.matches()) {
            List<String> ours = languagesOfSeries.apply(edition.group(1)).stream()
                    .filter(languages::contains)
                    .toList();
            return ours.isEmpty() ? languages.subList(0, 1) : ours;
        }
        Matcher shelf = SHELF_OF_LANGUAGE.matcher(path);
        return shelf.matches() && languages.contains(shelf.group(1))
                ? Stream.concat(Stream.of(shelf.group(1)), languages.stream())
                        .distinct()
                        .toList()
                : languages;
    }

    /**
     * The file of an address of the site; empty when it is not in the archive.
     *
     * @param reader the language it is wanted in, if the address does not say
     */
    Optional<String> file(String address, String reader) {
        String path = path(address);
        if (path.startsWith("/assets/") || FEED.matcher(path).matches()) {
            return Optional.of(path.substring(1));
        }
        if (path.startsWith("/statements/")) {
            return statements.file(path, reader);
        }
        if (!path.startsWith("/news") && !path.equals("/statements")) {
            return Optional.empty();
        }
        Matcher asked = LANGUAGE.matcher(address);
        String wanted = asked.find() ? asked.group(1) : reader;
        List<String> there = languages(path);
        String suffix = there.indexOf(wanted) > 0 ? "." + wanted : "";
        Matcher older = OLDER.matcher(address);
        String name = path.equals("/news") ? "index" : path.substring(1);
        return Optional.of(name + (older.find() ? "-" + older.group(1) + "-" + older.group(2) : "") + suffix + ".html");
    }

    private static String path(String address) {
        String path = address.replaceAll("[?#].*", "");
        return path.equals("/") ? "/news" : path;
    }

    /** The page with links that lead to files beside it, and to the site for what is not in the archive. */
    String withLinks(String html, String file, String language) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        page.select("header.top nav, a.skip + form").remove();
        for (String attribute : new String[] {"href", "src"}) {
            for (Element link : page.select("[" + attribute + "^=/]")) {
                link.attr(attribute, target(link.attr(attribute), file, language));
            }
        }
        return page.outerHtml();
    }

    private String target(String address, String from, String language) {
        String anchor = address.contains("#") ? address.substring(address.indexOf('#')) : "";
        return file(address, language).map(to -> relative(from, to) + anchor).orElseGet(() -> site + address);
    }

    private static String relative(String from, String to) {
        Path folder = Path.of("/" + from).resolve("..").normalize();
        return folder.relativize(Path.of("/" + to)).toString();
    }
}

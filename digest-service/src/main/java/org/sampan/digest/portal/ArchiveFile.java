package org.sampan.digest.portal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Where a page of the site lies in the archive, and how its links lead there: also from a disk, or under another name. */
final class ArchiveFile {
    private static final Pattern OLDER = Pattern.compile("(?:[?&])after=([0-9]+)");
    private static final Pattern FEED = Pattern.compile(".*/feed\\.(?:atom|rss|json)");

    private ArchiveFile() {}

    /** The file of an address of the site; empty when it is not in the archive. */
    static Optional<String> of(String address) {
        String path = address.replaceAll("[?#].*", "");
        if (path.equals("/") || path.equals("/news")) {
            return Optional.of("index.html");
        }
        if (path.startsWith("/assets/")
                || path.startsWith("/news/") && FEED.matcher(path).matches()
                || path.startsWith("/news/feed.")) {
            return Optional.of(path.substring(1));
        }
        if (!path.startsWith("/news/")) {
            return Optional.empty();
        }
        Matcher older = OLDER.matcher(address);
        return Optional.of(path.substring(1) + (older.find() ? "-after-" + older.group(1) : "") + ".html");
    }

    /** The page with links that lead to files beside it, and to the site for what is not in the archive. */
    static String withLinks(String html, String file, URI site) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        page.select("header.top nav, a.skip + form").remove();
        for (String attribute : new String[] {"href", "src"}) {
            for (Element link : page.select("[" + attribute + "^=/]")) {
                link.attr(attribute, target(link.attr(attribute), file, site));
            }
        }
        return page.outerHtml();
    }

    private static String target(String address, String from, URI site) {
        String anchor = address.contains("#") ? address.substring(address.indexOf('#')) : "";
        return of(address).map(to -> relative(from, to) + anchor).orElseGet(() -> site + address);
    }

    private static String relative(String from, String to) {
        Path folder = Path.of("/" + from).resolve("..").normalize();
        return folder.relativize(Path.of("/" + to)).toString();
    }
}

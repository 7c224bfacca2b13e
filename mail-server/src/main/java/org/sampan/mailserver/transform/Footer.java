package org.sampan.mailserver.transform;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands below a post.
 *
 * @param lines without their ends
 * @param place where each reader's leave token comes; in one of the lines; empty: they are the same for all
 */
record Footer(List<String> lines, String place) {
    private static final Pattern LINK = Pattern.compile("(?:https?://|mailto:)\\S+");

    /** Mail programs take what follows this line for a signature and leave it out of answers (RFC 3676 section 4.3). */
    private static final String DELIMITER = "-- ";

    /** With CRLF line ends, beginning with an empty line. */
    String plain() {
        return lines.stream()
                .map(Footer::stuffed)
                .collect(Collectors.joining("\r\n", "\r\n" + DELIMITER + "\r\n", "\r\n"));
    }

    /**
     * ASCII in every script, so that it fits into a page of any charset; in the page's colour, so that it is read in the dark too. Its
     * addresses break where a phone ends.
     */
    String html() {
        String text = lines.stream().map(Footer::linked).collect(Collectors.joining("<br>\r\n"));
        return "<div style=\"clear:both;margin-top:1.5em;border-top:1px solid #999;padding:.5em 12px;"
                + "font-size:.85em;overflow-wrap:anywhere\">\r\n" + text + "\r\n</div>\r\n";
    }

    boolean isAscii() {
        return lines.stream().allMatch(line -> line.chars().allMatch(it -> it < 0x7f));
    }

    /** In format=flowed these beginnings have a meaning (RFC 3676 section 4.4). */
    private static String stuffed(String line) {
        return line.startsWith(" ") || line.startsWith(">") || line.startsWith("From ") ? " " + line : line;
    }

    private static String linked(String line) {
        StringBuilder html = new StringBuilder();
        Matcher links = LINK.matcher(line);
        int from = 0;
        while (links.find()) {
            String link = escaped(links.group());
            html.append(escaped(line.substring(from, links.start())))
                    .append("<a href=\"" + link + "\">" + link + "</a>");
            from = links.end();
        }
        return html.append(escaped(line.substring(from))).toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(it -> {
            if (it < ' ' || it > '~' || "<>&\"'".indexOf(it) >= 0) {
                escaped.append("&#").append(it).append(';');
            } else {
                escaped.appendCodePoint(it);
            }
        });
        return escaped.toString();
    }
}

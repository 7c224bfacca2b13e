package org.sampan.digest.collect;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/** What stands below the line that mail programs put over a mail they pass on in their own text. */
record ForwardedText(Optional<String> from, Optional<String> subject, Optional<Instant> sentAt, String html) {
    private static final Pattern LINE = Pattern.compile(
            "(?im)^[ >]*(-{2,} ?(forwarded message|original message|weitergeleitete nachricht|thư chuyển tiếp"
                    + "|ข้อความส่งต่อ|转发的邮件|原始邮件) ?-*|begin forwarded message:)[ ]*$");
    private static final Pattern FIELD = Pattern.compile(
            "(?i)^[ >*]*(from|date|sent|subject|to|cc|reply-to|发件人|日期|主题|收件人|từ|ngày|chủ đề|đến|จาก|วันที่|เรื่อง|ถึง)\\*?\\s*[:：]\\*?\\s*(.*)$");

    static Optional<ForwardedText> in(String text) {
        Matcher line = LINE.matcher(text);
        return line.find() ? Optional.of(of(text.substring(line.end()).strip())) : Optional.empty();
    }

    private static ForwardedText of(String forwarded) {
        List<String> lines = forwarded.lines().toList();
        int end = 0;
        Optional<String> from = Optional.empty();
        Optional<String> subject = Optional.empty();
        Optional<Instant> sentAt = Optional.empty();
        for (String line : lines) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches() && !line.isBlank()) {
                break;
            }
            if (field.matches()) {
                String value = field.group(2).strip();
                switch (field.group(1).toLowerCase(Locale.ROOT)) {
                    case "from", "发件人", "từ", "จาก" ->
                        from = Optional.of(name(value)).filter(it -> !it.isEmpty());
                    case "subject", "主题", "chủ đề", "เรื่อง" ->
                        subject = Optional.of(value).filter(it -> !it.isEmpty());
                    case "date", "sent", "日期", "ngày", "วันที่" ->
                        sentAt = PrintedDate.in(value).map(PrintedDate::noon);
                    default -> {}
                }
            }
            end++;
        }
        return new ForwardedText(
                from, subject, sentAt, paragraphs(String.join("\n", lines.subList(end, lines.size()))));
    }

    private static String name(String from) {
        return from.replaceAll("[<\\[(].*", "").replace("\"", "").strip();
    }

    /** Plain text as HTML: an empty line parts paragraphs. Line by line, since a mail may be nothing but blanks. */
    static String paragraphs(String text) {
        StringBuilder html = new StringBuilder();
        StringBuilder paragraph = new StringBuilder();
        for (String line : (text.strip() + "\n\n").split("\\R", -1)) {
            if (line.isBlank() && !paragraph.isEmpty()) {
                html.append("<p>")
                        .append(Entities.escape(paragraph.toString().strip()))
                        .append("</p>");
                paragraph.setLength(0);
            }
            String words = (line.startsWith(">") ? line.substring(1) : line).strip();
            paragraph.append(words).append(words.isEmpty() ? "" : " ");
        }
        return html.toString();
    }
}

package org.sampan.digest.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts plain text into what the writer wrote, what is quoted, and the signature. Unfolds flowed text (RFC 3676). */
final class PlainText {
    private static final Pattern FORWARDED = Pattern.compile("-{2,} ?(Original Message|Forwarded message) ?-{2,}.*");
    private static final String SIGNATURE = "-- ";

    private final List<Letter.Block> blocks = new ArrayList<>();
    private final StringBuilder passage = new StringBuilder();
    private String kind = "text";

    private PlainText() {}

    static List<Letter.Block> blocks(String text) {
        PlainText cutter = new PlainText();
        text.lines().forEach(cutter::take);
        cutter.finish();
        return cutter.blocks;
    }

    /** @param deleteSpace the space that marks a soft break goes too */
    static String unfold(String flowed, boolean deleteSpace) {
        StringBuilder text = new StringBuilder();
        int openDepth = -1;
        for (String line : flowed.lines().toList()) {
            int depth = depth(line);
            String rest = line.substring(depth);
            String content = rest.startsWith(" ") ? rest.substring(1) : rest;
            boolean isSoft = content.endsWith(" ") && !content.equals(SIGNATURE);
            if (openDepth == depth && !content.equals(SIGNATURE)) {
                text.append(content);
            } else {
                newLine(text, depth).append(content);
            }
            if (isSoft && deleteSpace) {
                text.setLength(text.length() - 1);
            }
            openDepth = isSoft ? depth : -1;
        }
        return text.toString();
    }

    private static StringBuilder newLine(StringBuilder text, int depth) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        return depth == 0 ? text : text.append(">".repeat(depth)).append(' ');
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private void take(String line) {
        if (kind.equals("rest")) {
            passage.append(line).append('\n');
            return;
        }
        String next = kindOf(line);
        if (!next.equals(kind) && !(kind.equals("quoted") && line.isBlank())) {
            finish();
            kind = next;
        }
        passage.append(kind.equals("quoted") ? withoutMark(line) : line).append('\n');
    }

    private String kindOf(String line) {
        if (line.equals(SIGNATURE) || kind.equals("signature")) {
            return "signature";
        }
        if (FORWARDED.matcher(line.strip()).matches()) {
            return "rest";
        }
        return line.startsWith(">") ? "quoted" : "text";
    }

    private static String withoutMark(String line) {
        String rest = line.startsWith(">") ? line.substring(1) : line;
        return rest.startsWith(" ") ? rest.substring(1) : rest;
    }

    /** At the beginning; the first words keep their indent. */
    private static String withoutBlankLines(String text) {
        int words = text.length() - text.stripLeading().length();
        return text.substring(text.lastIndexOf('\n', words) + 1);
    }

    private void finish() {
        String text = withoutBlankLines(passage.toString().stripTrailing());
        if (!text.isBlank()) {
            blocks.add(Letter.Block.text(kind.equals("rest") ? "quoted" : kind, text));
        }
        passage.setLength(0);
    }
}

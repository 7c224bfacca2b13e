package org.sampan.console.moving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the assignments of a Python text: texts, numbers, and lists of them. Anything else is passed over: the text is only read,
 * never run. Not for several threads.
 */
final class PythonText {
    private final String text;
    private int at;

    private PythonText(String text) {
        this.text = text;
    }

    /** @return texts as {@link String}, lists as {@link List}, numbers and words as they stand */
    static Map<String, Object> assignments(String text) {
        return new PythonText(text).all();
    }

    private Map<String, Object> all() {
        Map<String, Object> found = new LinkedHashMap<>();
        while (at < text.length()) {
            int begin = at;
            while (at < text.length() && isWord(text.charAt(at))) {
                at++;
            }
            String name = text.substring(begin, at);
            skipBlanks();
            if (!name.isEmpty() && at < text.length() && text.charAt(at) == '=') {
                at++;
                skipBlanks();
                found.put(name, value());
            }
            skipLine();
        }
        return found;
    }

    private Object value() {
        char first = at < text.length() ? text.charAt(at) : '\n';
        if ((first == 'u' || first == 'b') && at + 1 < text.length() && isQuote(text.charAt(at + 1))) {
            at++;
            return texts();
        }
        if (isQuote(first)) {
            return texts();
        }
        return first == '[' || first == '(' ? list() : word();
    }

    /** Also several behind one another, which Python joins. */
    private String texts() {
        StringBuilder joined = new StringBuilder();
        while (at < text.length() && isQuote(text.charAt(at))) {
            joined.append(quoted());
            skipBlanks();
        }
        return joined.toString();
    }

    private String quoted() {
        char quote = text.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        String end = text.startsWith(three, at) ? three : String.valueOf(quote);
        at += end.length();
        StringBuilder read = new StringBuilder();
        while (at < text.length() && !text.startsWith(end, at)) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
                read.append(escaped());
            } else {
                read.append(text.charAt(at++));
            }
        }
        at = Math.min(text.length(), at + end.length());
        return read.toString();
    }

    private String escaped() {
        char sign = text.charAt(at++);
        return switch (sign) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "";
            case '\n' -> "";
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            default -> isQuote(sign) || sign == '\\' ? String.valueOf(sign) : "\\" + sign;
        };
    }

    private String hexadecimal(int digits) {
        int end = Math.min(text.length(), at + digits);
        String number = text.substring(at, end);
        if (!number.matches("[0-9A-Fa-f]{" + digits + "}")) {
            return "";
        }
        at = end;
        return String.valueOf((char) Integer.parseInt(number, 16));
    }

    private List<Object> list() {
        List<Object> values = new ArrayList<>();
        at++;
        skipSpace();
        while (at < text.length() && text.charAt(at) != ']' && text.charAt(at) != ')') {
            int begin = at;
            values.add(value());
            skipSpace();
            if (at < text.length() && text.charAt(at) == ',' || at == begin) {
                at++;
            }
            skipSpace();
        }
        at = Math.min(text.length(), at + 1);
        return values;
    }

    private String word() {
        int begin = at;
        while (at < text.length() && ",])#\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(begin, at).strip();
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
        at++;
    }

    private static boolean isWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_';
    }

    private static boolean isQuote(char sign) {
        return sign == '\'' || sign == '"';
    }
}

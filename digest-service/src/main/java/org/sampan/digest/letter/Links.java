package org.sampan.digest.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds web addresses in plain text. */
final class Links {
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s<>\"{}|\\\\^`\\u00a0\\u200b]{1,2000}", Pattern.CASE_INSENSITIVE);
    private static final String TRAILING = ".,;:!?'\")]}။၊។៕ๆ。，；：！？）】》」";

    private Links() {}

    static List<Letter.Piece> in(String text) {
        List<Letter.Piece> pieces = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text);
        int done = 0;
        while (found.find(done)) {
            int end = withoutPunctuation(text, found.start(), found.end());
            addText(pieces, text.substring(done, found.start()));
            String address = text.substring(found.start(), end);
            pieces.add(new Letter.Piece(address, Optional.of(address)));
            done = end;
        }
        addText(pieces, text.substring(done));
        return pieces;
    }

    /** A closing bracket stays when the address opens one, as in Wikipedia's. */
    private static int withoutPunctuation(String text, int start, int end) {
        int last = end;
        while (last > start + 1 && TRAILING.indexOf(text.charAt(last - 1)) >= 0) {
            if (text.charAt(last - 1) == ')' && text.substring(start, last).indexOf('(') >= 0) {
                break;
            }
            last--;
        }
        return last;
    }

    private static void addText(List<Letter.Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Letter.Piece(text, Optional.empty()));
        }
    }
}

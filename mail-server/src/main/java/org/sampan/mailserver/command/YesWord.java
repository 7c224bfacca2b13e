package org.sampan.mailserver.command;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows the words by which a person answers a question that was mailed. An answering machine writes sentences, so a reply without
 * one of these words alone, as its subject or its first line, says nothing.
 */
final class YesWord {
    private static final int LONGEST = 200;
    private static final Pattern ANSWERED = Pattern.compile("^((re|fwd?|aw|sv|vs|ynt|回复|答复)\\s*[:：]\\s*)+");
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Punct}“”«»「」。]+|[\\s\\p{Punct}“”«»「」。၊။]+$");
    private static final Set<String> WORDS = Set.of(
            "yes",
            "y",
            "ok",
            "okay",
            "join",
            "leave",
            "confirm",
            "confirmed",
            "subscribe",
            "unsubscribe",
            "是",
            "好",
            "同意",
            "确认",
            "確認",
            "是的",
            "ဟုတ်ကဲ့",
            "ဟုတ်တယ်",
            "အိုကေ",
            "သဘောတူ",
            "သဘောတူတယ်",
            "အတည်ပြု",
            "បាទ",
            "ចាស",
            "ចាស៎",
            "យល់ព្រម",
            "បញ្ជាក់",
            "ແມ່ນ",
            "ແມ່ນແລ້ວ",
            "ຕົກລົງ",
            "ຢືນຢັນ",
            "ໂອເຄ",
            "ใช่",
            "ใช่ค่ะ",
            "ใช่ครับ",
            "ตกลง",
            "ยืนยัน",
            "โอเค",
            "có",
            "vâng",
            "đồng ý",
            "xác nhận",
            "ၸႂ်ႈ",
            "ၸႂ်ႈယဝ်ႉ");

    private YesWord() {}

    /** @param lines of a mail where the word may stand alone: subject, first line of the text */
    static boolean isIn(String... lines) {
        for (String line : lines) {
            if (WORDS.contains(bare(line))) {
                return true;
            }
        }
        return false;
    }

    /** Longer lines are no such word, and patterns that look for their end take time by the square. */
    private static String bare(String line) {
        if (line.length() > LONGEST) {
            return "";
        }
        String words = ANSWERED.matcher(line.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        return AROUND.matcher(words).replaceAll("").replaceAll("\\s+", " ");
    }
}

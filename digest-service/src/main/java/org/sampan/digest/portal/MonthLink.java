package org.sampan.digest.portal;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sampan.digest.mailserver.ArchiveMonth;
import org.sampan.digest.mailserver.MailingList;

/** A month of an archive to choose. */
public record MonthLink(String path, String name, long posts) {
    static List<MonthLink> of(List<ArchiveMonth> months, MailingList list, Locale language) {
        return months.stream()
                .map(it -> new MonthLink(path(list, it.month()), name(it.month(), language), it.posts()))
                .toList();
    }

    static String path(MailingList list, YearMonth month) {
        return "/lists/" + list.address().name() + "/months/" + month;
    }

    static String name(YearMonth month, Locale language) {
        return DateTimeFormatter.ofPattern(language.getLanguage().equals("zh") ? "yyyy年M月" : "LLLL yyyy", language)
                .format(month);
    }
}

package org.sampan.mailserver.mailinglist;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.SettingForm.Choice;
import org.sampan.mailserver.mailinglist.SettingForm.Flag;
import org.sampan.mailserver.mailinglist.SettingForm.OneLine;
import org.sampan.mailserver.mailinglist.SettingForm.Period;
import org.sampan.mailserver.mailinglist.SettingForm.WholeNumber;
import org.sampan.mailserver.mailinglist.SettingForm.Words;
import org.sampan.mailserver.mailinglist.SettingForm.Zone;

/**
 * How a setting's value is written, in parts, so that a page can say it in the reader's language.
 *
 * @param kind {@code text}, {@code choice}, {@code flag}, {@code number}, {@code period}, {@code zone} or {@code words}
 * @param unit what a number counts
 * @param least of a number or a period, as it is written
 * @param most likewise, and a text's most characters
 */
record SettingFormAnswer(String kind, Optional<String> unit, Optional<String> least, Optional<String> most) {
    static SettingFormAnswer of(SettingForm<?> form) {
        if (form instanceof OneLine line) {
            return new SettingFormAnswer("text", Optional.empty(), Optional.empty(), Optional.of("" + line.longest()));
        }
        if (form instanceof WholeNumber number) {
            return new SettingFormAnswer("number", Optional.of(number.unit()), least(number), most(number));
        }
        if (form instanceof Period period) {
            return new SettingFormAnswer(
                    "period",
                    Optional.empty(),
                    Optional.of(period.write(period.least())),
                    Optional.of(period.write(period.most())));
        }
        return new SettingFormAnswer(kindOf(form), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<String> least(WholeNumber number) {
        return Optional.of(number.write(number.least()));
    }

    private static Optional<String> most(WholeNumber number) {
        return number.most() == Long.MAX_VALUE ? Optional.empty() : Optional.of(number.write(number.most()));
    }

    private static String kindOf(SettingForm<?> form) {
        if (form instanceof Choice<?>) {
            return "choice";
        }
        if (form instanceof Flag) {
            return "flag";
        }
        if (form instanceof Zone) {
            return "zone";
        }
        return form instanceof Words ? "words" : "text";
    }
}

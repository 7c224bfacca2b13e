package org.sampan.mailserver.membership;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a roster as the file that {@link MembersCsv} reads, in the same columns. For one thread. */
final class RosterCsv {
    private final CSVPrinter printer;

    /** Begins with the names of the columns, and with the mark by which spreadsheets know UTF-8. */
    RosterCsv(Writer out) throws IOException {
        out.write('\uFEFF');
        printer = CSVFormat.RFC4180.print(out);
        printer.printRecord(
                Arrays.stream(MemberColumn.values()).map(MemberColumn::header).toList());
    }

    void write(List<Subscription> subscriptions) throws IOException {
        for (Subscription subscription : subscriptions) {
            printer.printRecord(Arrays.stream(MemberColumn.values())
                    .map(column -> SpreadsheetCell.guarded(value(subscription, column)))
                    .toList());
        }
    }

    private static String value(Subscription subscription, MemberColumn column) {
        Person person = subscription.person();
        return switch (column) {
            case EMAIL -> person.email().written();
            case NAME -> person.name();
            case ORGANISATION -> person.organisation();
            case COUNTRY -> person.country();
            case LANGUAGE -> person.language();
            case TIMEZONE -> person.timezone();
            case MODE -> subscription.mode().word();
        };
    }
}

package org.sampan.mailserver.membership;

import java.util.List;
import java.util.Locale;
import org.sampan.mailserver.membership.ImportReport.LineProblem;
import org.sampan.mailserver.membership.Members.ImportPreview;

/**
 * What would become of a file of members, as REST shows it.
 *
 * @param first the first members as they were read, and what would become of each
 */
record PreviewReport(
        long read,
        long added,
        long updated,
        long unchanged,
        long rejected,
        List<LineProblem> problems,
        List<FirstLine> first) {
    static PreviewReport of(ImportReport report, List<ImportPreview.Line> lines) {
        return new PreviewReport(
                report.read(),
                report.added(),
                report.updated(),
                report.unchanged(),
                report.rejected(),
                report.problems(),
                lines.stream().map(FirstLine::of).toList());
    }

    /** @param mode empty: the member's own choice stays; each for who is new */
    record FirstLine(
            String email,
            String name,
            String organisation,
            String country,
            String language,
            String timezone,
            String mode,
            String becomes) {
        static FirstLine of(ImportPreview.Line line) {
            Person person = line.member().person();
            return new FirstLine(
                    person.email().written(),
                    person.name(),
                    person.organisation(),
                    person.country(),
                    person.language(),
                    person.timezone(),
                    line.member().mode().map(DeliveryMode::word).orElse(""),
                    line.becomes().name().toLowerCase(Locale.ROOT));
        }
    }
}

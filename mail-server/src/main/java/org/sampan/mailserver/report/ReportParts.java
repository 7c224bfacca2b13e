package org.sampan.mailserver.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;

/** The parts of a mail that are no multiparts themselves, in order; what was returned in a report stays whole. */
final class ReportParts {
    private static final int DEEPEST = 4;
    private static final int MOST_GROUPS = 50;

    private ReportParts() {}

    static Stream<Message> of(Message mail) {
        return of(mail, 0);
    }

    /** Groups of fields with an empty line between (RFC 3464 section 2.1); at least one. */
    static List<Headers> fields(Message part) {
        List<Headers> groups = new ArrayList<>();
        Message rest = Message.parse(ReadableText.decoded(part));
        for (int i = 0; i < MOST_GROUPS; i++) {
            groups.add(rest.headers());
            if (rest.body().length == 0) {
                break;
            }
            rest = Message.parse(rest.body());
        }
        return groups;
    }

    private static Stream<Message> of(Message part, int depth) {
        if (depth > DEEPEST) {
            return Stream.empty();
        }
        return part.contentType().isMultipart()
                ? Multipart.read(part).map(Multipart::parts).orElse(List.of()).stream()
                        .flatMap(it -> of(it, depth + 1))
                : Stream.of(part);
    }
}

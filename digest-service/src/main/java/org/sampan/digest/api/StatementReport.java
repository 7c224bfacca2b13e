package org.sampan.digest.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.mailserver.PostId;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Handover;
import org.sampan.digest.statement.MailId;
import org.sampan.digest.statement.PublicStatements;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Withdrawal;

/** A statement as JSON (contract, {@code statement.json}). */
record StatementReport(
        long id,
        String state,
        String title,
        String createdBy,
        Instant createdAt,
        String url,
        List<VersionReport> versions,
        Optional<Withdrawal> withdrawal) {

    record VersionReport(
            int number,
            String state,
            String messageId,
            String fingerprint,
            String changedBy,
            Instant changedAt,
            Optional<String> approvedBy,
            Optional<String> rejection,
            Optional<Instant> embargo,
            Optional<Instant> sentAt,
            List<LanguageReport> languages,
            List<String> signatories,
            List<FileReport> files,
            List<ListReport> lists) {
        static VersionReport of(StatementVersion version, List<Handover> handovers, String domain) {
            Content content = version.content();
            return new VersionReport(
                    version.id().number(),
                    version.state().word(),
                    version.id().mail().messageId(domain),
                    content.fingerprint(),
                    version.changedBy(),
                    version.changedAt(),
                    version.approval().map(it -> it.by()),
                    version.rejection().map(it -> it.reason()),
                    content.embargo().map(it -> it.until()),
                    version.begunAt(),
                    content.texts().stream()
                            .map(text -> new LanguageReport(
                                    text.language().toLanguageTag(),
                                    text.subject(),
                                    text.body().source(),
                                    text.changes(),
                                    content.isStale(text),
                                    content.goesOlder(text)))
                            .toList(),
                    content.signatories(),
                    content.files().stream()
                            .map(it -> new FileReport(
                                    it.name(),
                                    it.type(),
                                    it.language().map(Locale::toLanguageTag),
                                    it.bytes(),
                                    it.sha256()))
                            .toList(),
                    handovers.isEmpty() ? planned(content) : ListReport.of(handovers));
        }

        private static List<ListReport> planned(Content content) {
            return content.destinations().stream()
                    .map(to -> new ListReport(
                            to.list().text(), "planned", "", Optional.empty(), to.received(), Optional.empty()))
                    .toList();
        }
    }

    record LanguageReport(String language, String subject, String body, String changes, boolean stale, boolean older) {}

    record FileReport(String name, String type, Optional<String> language, long bytes, String sha256) {}

    record ListReport(
            String list,
            String step,
            String reason,
            Optional<Instant> at,
            Optional<Integer> received,
            Optional<PostId> post) {
        static List<ListReport> of(List<Handover> handovers) {
            return handovers.stream()
                    .map(it -> new ListReport(
                            it.list().text(),
                            it.step().word(),
                            it.reason(),
                            it.at(),
                            it.to().received(),
                            it.post()))
                    .toList();
        }
    }

    static StatementReport of(Statement statement, Map<MailId, List<Handover>> handovers, String domain, String web) {
        return new StatementReport(
                statement.id().value(),
                statement.state(),
                statement.title(),
                statement.createdBy(),
                statement.createdAt(),
                web + PublicStatements.path(statement.id()),
                statement.versions().stream()
                        .map(it -> VersionReport.of(
                                it, handovers.getOrDefault(it.id().mail(), List.of()), domain))
                        .toList(),
                statement.withdrawal());
    }
}

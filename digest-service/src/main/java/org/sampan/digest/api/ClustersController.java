package org.sampan.digest.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingFiles;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.KeptCopy;
import org.sampan.digest.clipping.KeptFile;
import org.sampan.digest.clipping.SavedCopies;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Wording;
import org.sampan.digest.edit.ClusterClippings;
import org.sampan.digest.edit.LinkVersions;
import org.sampan.digest.journal.Actor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/clippings/{id}} and below: where a story was met, what each source said, and its other languages. */
@RestController
@RequestMapping("/api/clippings/{id}")
class ClustersController {
    private final Clippings clippings;
    private final SavedCopies copies;
    private final ClippingFiles files;
    private final ClusterClippings clusters;
    private final LinkVersions versions;

    ClustersController(
            Clippings clippings,
            SavedCopies copies,
            ClippingFiles files,
            ClusterClippings clusters,
            LinkVersions versions) {
        this.files = files;
        this.clusters = clusters;
        this.versions = versions;
        this.clippings = clippings;
        this.copies = copies;
    }

    record OriginJson(
            String source,
            String item,
            @Nullable String link,
            Instant seenAt,
            String title,
            String summary,
            @Nullable String original) {
        static OriginJson of(Wording wording) {
            Story story = wording.story();
            return new OriginJson(
                    wording.origin().source().toString(),
                    wording.item(),
                    wording.origin().link().map(URI::toString).orElse(null),
                    wording.origin().seenAt(),
                    story.title(),
                    story.summary(),
                    wording.origin().original().orElse(null));
        }
    }

    record VersionJson(long id, String language, String title) {
        static VersionJson of(Clipping clipping) {
            return new VersionJson(
                    clipping.id().value(),
                    clipping.story().language().toLanguageTag(),
                    clipping.story().title());
        }
    }

    record CopyJson(String url, Instant fetchedAt, String contentType, String sha256, long bytes) {
        static CopyJson of(KeptCopy copy) {
            return new CopyJson(
                    copy.url().toString(), copy.fetchedAt(), copy.contentType(), copy.sha256(), copy.bytes());
        }
    }

    record FileJson(int number, String name, String contentType, long bytes) {}

    record ClusterJson(
            ClippingsController.ClippingJson clipping,
            String html,
            List<OriginJson> origins,
            List<VersionJson> versions,
            List<CopyJson> copies,
            List<FileJson> files) {}

    record MergeJson(@Nullable Long other) {}

    record SplitJson(@Nullable String source, @Nullable String item) {}

    @GetMapping
    ClusterJson one(@PathVariable long id) {
        ClippingId known = new ClippingId(id);
        Clipping clipping = clippings.find(known).orElseThrow(() -> missing(id));
        return new ClusterJson(
                ClippingsController.ClippingJson.of(clipping),
                clipping.story().html(),
                clippings.wordings(known).stream().map(OriginJson::of).toList(),
                clippings.versions(known).stream().map(VersionJson::of).toList(),
                copies.of(known).stream().map(CopyJson::of).toList(),
                files(known));
    }

    private List<FileJson> files(ClippingId id) {
        List<KeptFile> all = files.of(id);
        return IntStream.range(0, all.size())
                .mapToObj(i -> new FileJson(
                        i + 1,
                        all.get(i).name(),
                        all.get(i).contentType(),
                        all.get(i).bytes()))
                .toList();
    }

    @GetMapping("/files/{number}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int number) {
        return files.find(new ClippingId(id), number)
                .map(file -> download(file.name(), file.bytes()))
                .orElseThrow(() -> missing(id));
    }

    /** Never shown as a page of ours. */
    private static ResponseEntity<byte[]> download(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    @GetMapping("/copies/{sha256}")
    ResponseEntity<byte[]> copy(@PathVariable long id, @PathVariable String sha256) {
        return copies.find(new ClippingId(id), sha256)
                .map(copy -> download("clipping-" + id + ".html", copy.bytes()))
                .orElseThrow(() -> missing(id));
    }

    @PostMapping("/merge")
    ClusterJson merge(@PathVariable long id, @RequestBody MergeJson wanted) {
        long other = other(wanted.other());
        return switch (clusters.merge(new ClippingId(id), new ClippingId(other), Actor.OPERATOR)) {
            case MERGED -> one(id);
            case NOTHING_TO_MERGE -> throw Refused.notFound("there are no two clippings " + id + " and " + other);
            case IN_EDITION ->
                throw Refused.conflict("an edition carries clipping " + other + ": merge " + id + " into it");
        };
    }

    @PostMapping("/split")
    @ResponseStatus(HttpStatus.CREATED)
    ClusterJson split(@PathVariable long id, @RequestBody SplitJson wanted) {
        if (wanted.source() == null || wanted.item() == null) {
            throw Refused.field("source", "source and item must name one of the clipping's origins");
        }
        return clusters.split(new ClippingId(id), source(wanted.source()), wanted.item(), Actor.OPERATOR)
                .map(made -> one(made.value()))
                .orElseThrow(() -> Refused.notFound("clipping " + id + " has no such origin beside another"));
    }

    @PostMapping("/versions")
    ClusterJson link(@PathVariable long id, @RequestBody MergeJson wanted) {
        long other = other(wanted.other());
        if (!versions.link(new ClippingId(id), new ClippingId(other), Actor.OPERATOR)) {
            throw Refused.notFound("there are no two clippings " + id + " and " + other);
        }
        return one(id);
    }

    @DeleteMapping("/versions")
    Map<String, Object> unlink(@PathVariable long id) {
        versions.unlink(new ClippingId(id), Actor.OPERATOR);
        return Map.of("id", id, "versions", List.of());
    }

    private static long other(@Nullable Long other) {
        if (other == null) {
            throw Refused.field("other", "other must be the number of a clipping");
        }
        return other;
    }

    private static URI source(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notAnAddress) {
            throw Refused.field("source", "source must be an address");
        }
    }

    private static Refused missing(long id) {
        return Refused.notFound("there is no clipping " + id);
    }
}

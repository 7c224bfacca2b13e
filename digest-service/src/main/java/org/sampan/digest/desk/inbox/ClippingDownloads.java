package org.sampan.digest.desk.inbox;

import java.nio.charset.StandardCharsets;
import org.sampan.digest.clipping.ClippingFiles;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.SavedCopies;
import org.sampan.digest.page.NotHere;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Saved copies and files of a clipping, to be kept on the editor's own machine: never shown as pages of ours. */
@Controller
@RequestMapping("/desk/clippings/{id}")
final class ClippingDownloads {
    private final SavedCopies copies;
    private final ClippingFiles files;

    ClippingDownloads(SavedCopies copies, ClippingFiles files) {
        this.copies = copies;
        this.files = files;
    }

    @GetMapping("/copies/{sha256}")
    ResponseEntity<byte[]> copy(@PathVariable long id, @PathVariable String sha256) {
        return copies.find(new ClippingId(id), sha256)
                .map(copy -> download("clipping-" + id + ".html", copy.bytes()))
                .orElseThrow(NotHere::new);
    }

    /** @param number counted from 1 */
    @GetMapping("/files/{number}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int number) {
        return files.find(new ClippingId(id), number)
                .map(file -> download(file.name(), file.bytes()))
                .orElseThrow(NotHere::new);
    }

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
}

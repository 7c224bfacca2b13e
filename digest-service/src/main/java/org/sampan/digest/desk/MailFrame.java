package org.sampan.digest.desk;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A mail's HTML for a frame of the newsroom's own pages: with its own styles, and nothing else; no script, no form, no
 * picture from elsewhere.
 */
public final class MailFrame {
    private static final String ALONE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

    private MailFrame() {}

    public static ResponseEntity<byte[]> of(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", ALONE)
                .body(html.getBytes(StandardCharsets.UTF_8));
    }
}

package org.sampan.console.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with files (RFC 7578), sent as it is read. */
public final class Multipart {

    private final String boundary = "sampan-" + UUID.randomUUID();
    private final List<BodyPublisher> pieces = new ArrayList<>();

    /** Adds a text field. */
    public Multipart field(String name, String value) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name)
                + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + value + "\r\n");
        return this;
    }

    /** Adds a file under its own name. */
    public Multipart file(String name, Path file, String contentType) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"; filename=\""
                + quoted(String.valueOf(file.getFileName())) + "\"\r\nContent-Type: " + contentType + "\r\n\r\n");
        try {
            if (!Files.isReadable(file)) {
                throw new NoSuchFileException(file.toString());
            }
            pieces.add(BodyPublishers.ofFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        text("\r\n");
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>(pieces);
        all.add(BodyPublishers.ofString("--" + boundary + "--\r\n", StandardCharsets.US_ASCII));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private void text(String text) {
        pieces.add(BodyPublishers.ofString(text, StandardCharsets.UTF_8));
    }

    /** As browsers do (RFC 7578, section 4.2, and the HTML standard): what would end the quotes or the line is percent-encoded. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}

package org.sampan.digest.render;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sampan.digest.fixture.RunningDigestService;

/** The mails of both programs, as their own tests hold them: editions, statements and notices. */
final class GoldenMails {
    static final Path FOLDER =
            RunningDigestService.checkout().resolve("digest-service/src/test/resources/org/sampan/digest/render");

    private static final Path NOTICES =
            RunningDigestService.checkout().resolve("mail-server/src/test/resources/notice");

    private GoldenMails() {}

    /** The HTML of each that has some, by its file's name. */
    static Map<String, String> html() throws Exception {
        Map<String, String> mails = new TreeMap<>();
        for (Path file : files()) {
            String html = html(file);
            if (!html.isEmpty()) {
                mails.put(file.getFileName().toString(), html);
            }
        }
        return mails;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> ours = Files.list(FOLDER);
                Stream<Path> notices = Files.list(NOTICES)) {
            return Stream.concat(ours, notices)
                    .filter(file -> file.toString().matches(".*\\.(html|txt|eml)"))
                    .toList();
        }
    }

    private static String html(Path file) throws Exception {
        if (file.toString().endsWith(".eml")) {
            try (InputStream in = Files.newInputStream(file)) {
                return String.join("", pages(new MimeMessage(Session.getInstance(new Properties()), in)));
            }
        }
        String text = Files.readString(file);
        int page = text.indexOf("<!doctype html>");
        return page < 0 ? "" : text.substring(page);
    }

    private static List<String> pages(Part part) throws Exception {
        List<String> pages = new ArrayList<>();
        if (part.isMimeType("text/html")) {
            pages.add((String) part.getContent());
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                pages.addAll(pages(parts.getBodyPart(i)));
            }
        }
        return pages;
    }
}

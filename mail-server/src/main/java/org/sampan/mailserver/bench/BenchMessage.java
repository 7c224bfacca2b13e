package org.sampan.mailserver.bench;

import java.nio.charset.StandardCharsets;
import org.sampan.mailserver.mailinglist.ListAddress;

/** A text post of a given size. */
final class BenchMessage {
    private static final String LINE =
            "The boat to the other bank leaves at six in the morning, and again at noon.\r\n";

    private BenchMessage() {}

    /** As an author sends it. */
    static byte[] post(ListAddress list, int number, int size) {
        return filled(headers(list, number), size);
    }

    private static String headers(ListAddress list, int number) {
        return "From: <" + BenchList.AUTHOR + ">\r\nTo: <" + list + ">\r\nSubject: Boats, number " + number
                + "\r\nMessage-ID: <bench." + number + "." + System.nanoTime() + "@domain0.example>\r\n"
                + "Date: Sun, 22 Nov 2026 06:00:00 +0700\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n";
    }

    private static byte[] filled(String headers, int size) {
        StringBuilder text = new StringBuilder(size + LINE.length()).append(headers);
        while (text.length() < size) {
            text.append(LINE);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

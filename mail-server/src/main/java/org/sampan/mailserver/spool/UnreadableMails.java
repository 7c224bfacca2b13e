package org.sampan.mailserver.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.ObjectMessage;
import javax.jms.TextMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was in the mail queue and is no mail, each in a file of its own: what the queue knew of it, an empty line, and what
 * there was of the mail. The operator looks at them. Safe for many threads.
 */
public final class UnreadableMails {
    /** Under the data folder. */
    public static final String FOLDER = "var/mail/unreadable";

    private static final Logger LOGGER = LoggerFactory.getLogger(UnreadableMails.class);

    private final Path folder;

    public UnreadableMails(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException when it cannot be written; then it must stay in the queue */
    void keep(Message message, Exception why) throws JMSException {
        String name = message.getJMSMessageID().replaceAll("[^A-Za-z0-9.-]", "-") + ".txt";
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
                out.write(description(message, why).getBytes(StandardCharsets.UTF_8));
                out.write(content(message));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an unreadable mail cannot be kept in " + folder, e);
        }
        LOGGER.error("event=mail-unreadable file={} reason=\"{}\"", folder.resolve(name), why.toString());
    }

    /** How many there are. */
    long count() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the unreadable mails in " + folder + " cannot be counted", e);
        }
    }

    private static String description(Message message, Exception why) throws JMSException {
        StringBuilder text = new StringBuilder("reason: ").append(why).append('\n');
        for (Object name : Collections.list(message.getPropertyNames())) {
            text.append(name)
                    .append(": ")
                    .append(message.getObjectProperty(String.valueOf(name)))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    private static byte[] content(Message message) {
        try {
            if (message instanceof ObjectMessage object && object.getObject() instanceof byte[] bytes) {
                return bytes;
            }
            return message instanceof TextMessage text && text.getText() != null
                    ? text.getText().getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
        } catch (JMSException broken) {
            return new byte[0];
        }
    }
}

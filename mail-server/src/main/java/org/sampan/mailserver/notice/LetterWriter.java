package org.sampan.mailserver.notice;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.settings.BadSettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a notice into words with the list's own templates, or else the shipped ones. Safe for many threads. */
final class LetterWriter implements Phrases {
    private static final Logger LOGGER = LoggerFactory.getLogger(LetterWriter.class);

    private final Wording shipped;
    private final ListWordings ofLists;

    /**
     * Tries every template with the samples.
     *
     * @param templates the folder that holds {@code notices} and {@code messages}
     * @param overrides holds a folder for each list that has words of its own; need not exist
     * @throws BadSettingsException when a shipped one cannot be used
     */
    LetterWriter(Path templates, Path overrides) {
        Path notices = templates.resolve("notices");
        TemplateLoader loader = loader(notices);
        this.shipped = new Wording(NoticeTexts.in(templates.resolve("messages")), loader);
        requireEveryKind(notices);
        this.ofLists = new ListWordings(shipped, loader, overrides);
    }

    /** What is wrong with the lists' own is logged; those words are the shipped ones until it is mended. */
    Letter write(Notice notice) {
        Wording own = ofLists.of(notice.list().address().name()).wording();
        try {
            return own.write(notice);
        } catch (UnusableTemplateException e) {
            if (own == shipped) {
                throw e;
            }
            LOGGER.warn(
                    "event=notice-override-failed list={} problem=\"{}\"",
                    notice.list().address(),
                    e.getMessage());
            return shipped.write(notice);
        }
    }

    @Override
    public String of(MailingList list, String kind, String language) {
        NoticeTexts texts = ofLists.of(list.address().name()).wording().texts();
        Map<String, String> phrases = new TreeMap<>();
        for (String each : List.of(NoticeTexts.ENGLISH, texts.nearest(language))) {
            texts.all(each).forEach((key, text) -> {
                if (key.startsWith(kind + ".")) {
                    phrases.put(key, text);
                }
            });
        }
        return phrases.entrySet().stream()
                .map(it -> it.getKey() + " = " + it.getValue())
                .collect(Collectors.joining("\n"));
    }

    Wording shipped() {
        return shipped;
    }

    ListWordings ofLists() {
        return ofLists;
    }

    private void requireEveryKind(Path folder) {
        Set<String> problems = new LinkedHashSet<>();
        for (Notice sample : NoticeSamples.all(NoticeTexts.ENGLISH)) {
            try {
                shipped.write(sample);
            } catch (UnusableTemplateException e) {
                problems.add(folder.resolve(String.valueOf(e.getMessage())).toString());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadSettingsException(new ArrayList<>(problems));
        }
    }

    private static TemplateLoader loader(Path folder) {
        try {
            return new FileTemplateLoader(folder.toFile());
        } catch (IOException e) {
            throw new BadSettingsException(List.of(folder + ": cannot be read: " + e));
        }
    }
}

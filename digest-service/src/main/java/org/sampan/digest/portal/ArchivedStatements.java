package org.sampan.digest.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the statements of an archive lie: those that were added. A page is there in the languages of its text, in the original's under
 * the plain name. For one archive, and one thread.
 */
final class ArchivedStatements {
    private static final Pattern PAGE =
            Pattern.compile("(/statements/[0-9]+(?:/versions/[0-9]+)?)(?:/([a-z]{2,3}(?:-[A-Za-z]+)?))?");
    private static final Pattern ENDING = Pattern.compile("[.][A-Za-z0-9]{1,5}$");

    private final Map<String, List<String>> languages = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();

    /** @param path of the page, without language */
    void add(String path, StatementView statement) {
        languages.put(path, statement.languages());
        for (StatementView.FileView file : statement.files()) {
            Matcher ending = ENDING.matcher(file.name());
            files.put(file.path(), file.path().substring(1) + (ending.find() ? ending.group() : ""));
        }
    }

    /**
     * The file of a page, or of what is attached to it; empty when it is not in the archive.
     *
     * @param reader the language it is wanted in, if the path does not say
     */
    Optional<String> file(String path, String reader) {
        Matcher page = PAGE.matcher(path);
        if (!page.matches()) {
            return Optional.ofNullable(files.get(path));
        }
        String wanted = Optional.ofNullable(page.group(2)).orElse(reader);
        String name = page.group(1).substring(1);
        return Optional.ofNullable(languages.get(page.group(1)))
                .map(there -> name + (there.indexOf(wanted) > 0 ? "/" + wanted : "") + ".html");
    }
}

package org.sampan.mailserver.notice;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists' own words: {@code config/notices/members/} may hold templates and bundles that stand for shipped ones in notices of
 * the list {@code members}. Read again when a file there has changed. Safe for many threads.
 */
final class ListWordings {
    private static final Logger LOGGER = LoggerFactory.getLogger(ListWordings.class);
    private static final Pattern FOLDER = Pattern.compile("[a-z0-9_][a-z0-9._-]*");

    private final Wording shipped;
    private final TemplateLoader shippedTemplates;
    private final Path folder;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    ListWordings(Wording shipped, TemplateLoader shippedTemplates, Path folder) {
        this.shipped = shipped;
        this.shippedTemplates = shippedTemplates;
        this.folder = folder;
        names().forEach(this::of);
    }

    /** @param name of the list, without its domain */
    ListWording of(String name) {
        Path own = folder.resolve(FOLDER.matcher(name).matches() ? name : ".");
        if (own.equals(folder.resolve(".")) || !Files.isDirectory(own)) {
            return new ListWording(shipped, List.of(), List.of());
        }
        Map<Path, FileTime> files = files(own);
        Kept known = kept.get(name);
        if (known != null && known.files.equals(files)) {
            return known.wording;
        }
        ListWording read = new ListWordingReader(own, shipped, shippedTemplates).read();
        read.problems().forEach(it -> LOGGER.warn("event=notice-override-refused problem=\"{}\"", it));
        kept.put(name, new Kept(files, read));
        return read;
    }

    /** Lists that have a folder, by name. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(it -> it.getFileName().toString())
                    .filter(it -> FOLDER.matcher(it).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static Map<Path, FileTime> files(Path own) {
        Map<Path, FileTime> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(own)) {
            for (Path file : found.toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(own + " cannot be read", e);
        }
    }

    private record Kept(Map<Path, FileTime> files, ListWording wording) {}
}

package org.sampan.digest.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.clipping.Reception;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The folder {@code collect.drop}: files put there become clippings and are moved to {@code done}, or, with the reason beside them, to
 * {@code refused}. A file is taken when it has not changed from one look to the next, so none that is being written. Looking while another
 * looks would take files twice: the caller sees to it that nobody does. One that was taken when the program ended is taken again, which
 * changes nothing.
 */
@Component
public final class DropFolder {
    private static final Logger LOGGER = LoggerFactory.getLogger(DropFolder.class);

    /** What programs call a file while they write or fetch it. */
    private static final Pattern UNFINISHED =
            Pattern.compile("(?i)\\..*|.*~|.*\\.(part|tmp|temp|filepart|crdownload|download)");

    private final Optional<Path> folder;
    private final ImportClippings importing;
    private Map<Path, Look> lastLook = Map.of();

    DropFolder(Settings settings, ImportClippings importing) {
        this.folder = settings.collecting().drop();
        this.importing = importing;
    }

    /** A file as it was seen. */
    private record Look(long bytes, FileTime changedAt) {
        static Look at(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Look(now.size(), now.lastModifiedTime());
        }
    }

    /**
     * Takes what has lain unchanged since the last look.
     *
     * @return how many files were taken, refused ones counted
     */
    public synchronized int look() {
        if (folder.isEmpty()) {
            return 0;
        }
        try {
            return take(folder.get());
        } catch (IOException | UncheckedIOException unreadable) {
            LOGGER.warn("event=drop-unreadable folder={} reason=\"{}\"", folder.get(), unreadable.getMessage());
            return 0;
        }
    }

    private int take(Path drop) throws IOException {
        Files.createDirectories(drop.resolve("done"));
        Files.createDirectories(drop.resolve("refused"));
        Map<Path, Look> looks = looks(drop);
        List<Path> ready = looks.entrySet().stream()
                .filter(seen -> seen.getValue().equals(lastLook.get(seen.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        lastLook = looks;
        int taken = 0;
        for (Path file : ready) {
            taken += take(drop, file) ? 1 : 0;
        }
        return taken;
    }

    private static Map<Path, Look> looks(Path drop) throws IOException {
        Map<Path, Look> looks = new HashMap<>();
        try (Stream<Path> files = Files.list(drop)) {
            for (Path file : files.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
                    .filter(it ->
                            !UNFINISHED.matcher(it.getFileName().toString()).matches())
                    .toList()) {
                looks.put(file, Look.at(file));
            }
        }
        return looks;
    }

    /** False when it stays where it is, to be tried again. */
    private boolean take(Path drop, Path file) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            Imported imported = importing.file(name, in, from(name));
            boolean nothing = imported.rejected() > 0 && imported.rejected() == imported.read();
            put(file, drop.resolve(nothing ? "refused" : "done"), problems(imported));
            LOGGER.info(
                    "event=drop-taken file=\"{}\" items={} new={} rejected={}",
                    name,
                    imported.read(),
                    imported.received(Reception.NEW),
                    imported.rejected());
        } catch (UnreadableImport unreadable) {
            put(file, drop.resolve("refused"), String.valueOf(unreadable.getMessage()));
            LOGGER.warn("event=drop-refused file=\"{}\" reason=\"{}\"", name, unreadable.getMessage());
        } catch (DataAccessException later) {
            LOGGER.error("event=drop-not-taken file=\"{}\"", name, later);
            return false;
        }
        return true;
    }

    private static URI from(String name) {
        return URI.create(
                "file:///" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private static String problems(Imported imported) {
        return imported.problems().stream()
                .map(problem -> "line " + problem.line() + ": " + problem.reason())
                .collect(Collectors.joining("\n"));
    }

    /** Beside a file of that name that is there already. */
    private static void put(Path file, Path folder, String reason) throws IOException {
        String name = file.getFileName().toString();
        Path free = folder.resolve(name);
        for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
            free = folder.resolve(number + "-" + name);
        }
        if (!reason.isEmpty()) {
            Files.writeString(free.resolveSibling(free.getFileName() + ".reason.txt"), reason + "\n");
        }
        Files.move(file, free);
    }
}

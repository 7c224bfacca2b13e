package org.sampan.digest.render;

import java.nio.file.Path;
import org.sampan.digest.page.Unprintable;

/** A template that cannot be filled in. */
final class BrokenTemplate extends Unprintable {
    private final Path file;

    BrokenTemplate(Path file, int line, String what) {
        super(file + ":" + line + ": " + what.strip().replaceAll("\\s+", " "));
        this.file = file;
    }

    /** Whether it is one of a folder's own. */
    boolean isIn(Path folder) {
        return file.startsWith(folder);
    }
}

package org.sampan.digest.render;

import java.nio.file.Path;
import org.sampan.digest.page.Unprintable;

/** A template that cannot be filled in. */
final class BrokenTemplate extends Unprintable {
    private final Path file;

    BrokenTemplate(Path file, int line, String what) {
        super(file + ":" + line + ": " + said(what));
        this.file = file;
    }

    /** Without FreeMarker's lecture on how such a thing is avoided. */
    private static String said(String what) {
        return what.replaceFirst("(?s)\\s*----.*", "").strip().replaceAll("\\s+", " ");
    }

    /** Whether it is one of a folder's own. */
    boolean isIn(Path folder) {
        return file.startsWith(folder);
    }
}

package org.sampan.digest.render;

import java.nio.file.Path;

/** A template that cannot be filled in. */
final class BrokenTemplate extends RuntimeException {
    BrokenTemplate(Path file, int line, String what) {
        super(file + ":" + line + ": " + what.strip().replaceAll("\\s+", " "));
    }
}

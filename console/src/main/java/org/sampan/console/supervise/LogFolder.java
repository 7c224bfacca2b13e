package org.sampan.console.supervise;

import java.nio.file.Path;

/** The folder {@code <data>/logs}, one log for each part. */
public record LogFolder(Path data) {

    public PartLog of(String part) {
        return new PartLog(data, part);
    }
}

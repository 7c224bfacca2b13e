package org.sampan.console.settings;

import java.nio.file.Path;

/** Where a setting's value comes from, in words that let the operator find it. */
public sealed interface Origin {

    /** As in {@code config/sampan.properties:12}. */
    String where();

    /** Nobody set it. */
    record Standard() implements Origin {
        @Override
        public String where() {
            return "default";
        }
    }

    /** A line of the operator's file, counted from 1. */
    record FileLine(Path file, int line) implements Origin {
        @Override
        public String where() {
            return file + ":" + line;
        }
    }

    /** A variable of the environment. */
    record Variable(String name) implements Origin {
        @Override
        public String where() {
            return name;
        }
    }
}

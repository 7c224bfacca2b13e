package org.sampan.digest.edit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Kind;

/** One thing the desk does to a draft. */
public sealed interface EditionEdit {
    /** A word for it, for the journal: the pages' text is {@code deed.edition.<what>}. */
    String what();

    /** In words or figures of no language; may be empty. */
    default String detail() {
        return "";
    }

    /** The title, in the main language. */
    record Title(String text) implements EditionEdit {
        @Override
        public String what() {
            return "titled";
        }

        @Override
        public String detail() {
            return text.strip();
        }
    }

    /** The introduction in Markdown, in the main language; blank: none. */
    record Introduction(String text) implements EditionEdit {
        @Override
        public String what() {
            return "introduced";
        }
    }

    /** Title and introduction in another language; blank: none of its own. */
    record Translate(Locale language, String title, String introduction) implements EditionEdit {
        @Override
        public String what() {
            return "translated";
        }

        @Override
        public String detail() {
            return language.toLanguageTag();
        }
    }

    /** What is printed of a clipping, or of its version in a language; blank: its own. */
    record Reword(ClippingId clipping, String title, String text) implements EditionEdit {
        @Override
        public String what() {
            return "reworded";
        }

        @Override
        public String detail() {
            return clipping.toString();
        }
    }

    /** All sections, in order; what is not named is left out. */
    record Arrange(List<WantedSection> sections) implements EditionEdit {
        @Override
        public String what() {
            return "arranged";
        }
    }

    /** One section as the desk wants it. */
    record WantedSection(String kind, List<Long> items) {}

    /** One place up or down, or to the top of its section. */
    record Move(ClippingId clipping, Way way) implements EditionEdit {
        @Override
        public String what() {
            return "moved";
        }

        @Override
        public String detail() {
            return clipping + " " + way.word();
        }
    }

    /** To a place of a section, 0 being its first; beyond its end: its last. */
    record Place(ClippingId clipping, Kind section, int position) implements EditionEdit {
        @Override
        public String what() {
            return "moved";
        }

        @Override
        public String detail() {
            return clipping + " " + section.slug();
        }
    }

    /** A whole section one place up or down. */
    record MoveSection(Kind section, Way way) implements EditionEdit {
        @Override
        public String what() {
            return "moved";
        }

        @Override
        public String detail() {
            return section.slug() + " " + way.word();
        }
    }

    record TakeOut(ClippingId clipping) implements EditionEdit {
        @Override
        public String what() {
            return "taken-out";
        }

        @Override
        public String detail() {
            return clipping.toString();
        }
    }

    /** At the end of a section; of the one of its kind when none is named. */
    record Add(ClippingId clipping, Optional<Kind> section) implements EditionEdit {
        @Override
        public String what() {
            return "put-in";
        }

        @Override
        public String detail() {
            return clipping.toString();
        }
    }

    /** Where something goes. */
    enum Way {
        UP,
        DOWN,
        TOP;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Way> of(String word) {
            return List.of(values()).stream()
                    .filter(it -> it.word().equals(word))
                    .findFirst();
        }
    }
}

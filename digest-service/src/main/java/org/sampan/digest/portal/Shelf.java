package org.sampan.digest.portal;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingFilter;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Topic;
import org.sampan.digest.page.ReaderFormats;

/** Published stories that have one thing in common: their kind, a topic, their country or their language. */
sealed interface Shelf {
    /** Where its page is. */
    String path();

    ClippingFilter filter();

    /** In the reader's language; empty when the texts of the pages have it, under {@code kind.<slug>}. */
    Optional<String> name(Locale reader, ReaderFormats formats);

    /** The one at {@code /news/<sort>/<name>}; empty when it is not named so. */
    static Optional<Shelf> of(String sort, String name) {
        Optional<? extends Shelf> shelf = switch (sort) {
            case "kinds" -> Kind.of(name).map(OfKind::new);
            case "topics" -> Topic.list(name).filter(list -> list.size() == 1).map(list -> new OfTopic(list.get(0)));
            case "countries" -> Country.of(name).map(OfCountry::new);
            case "languages" ->
                Optional.of(name)
                        .filter(tag -> tag.matches("[a-z]{2,3}"))
                        .map(tag -> new InLanguage(Locale.forLanguageTag(tag)));
            default -> Optional.empty();
        };
        return shelf.<Shelf>map(found -> found).filter(found -> found.path().equals("/news/" + sort + "/" + name));
    }

    record OfKind(Kind kind) implements Shelf {
        @Override
        public String path() {
            return "/news/kinds/" + kind.slug();
        }

        @Override
        public ClippingFilter filter() {
            return ClippingFilter.ALL.withKind(kind);
        }

        @Override
        public Optional<String> name(Locale reader, ReaderFormats formats) {
            return Optional.empty();
        }
    }

    /** Topics are the operator's, and called as the operator's {@code spelling.yaml} calls them. */
    record OfTopic(Topic topic) implements Shelf {
        @Override
        public String path() {
            return "/news/topics/" + topic.slug();
        }

        @Override
        public ClippingFilter filter() {
            return ClippingFilter.ALL.withTopic(topic);
        }

        @Override
        public Optional<String> name(Locale reader, ReaderFormats formats) {
            return Optional.of(formats.topic(topic));
        }
    }

    record OfCountry(Country country) implements Shelf {
        @Override
        public String path() {
            return "/news/countries/" + country.code().toLowerCase(Locale.ROOT);
        }

        @Override
        public ClippingFilter filter() {
            return ClippingFilter.ALL.withCountry(country);
        }

        @Override
        public Optional<String> name(Locale reader, ReaderFormats formats) {
            return Optional.of(formats.country(country));
        }
    }

    record InLanguage(Locale language) implements Shelf {
        @Override
        public String path() {
            return "/news/languages/" + language.getLanguage();
        }

        @Override
        public ClippingFilter filter() {
            return ClippingFilter.ALL.withLanguage(language);
        }

        @Override
        public Optional<String> name(Locale reader, ReaderFormats formats) {
            return Optional.of(
                    LocaleDisplayNames.getInstance(ULocale.forLocale(reader)).localeDisplayName(language));
        }
    }
}

package org.sampan.digest.desk.inbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Topic;
import org.sampan.digest.edit.Change;

/**
 * The fields of a clipping as a form shows and sends them.
 *
 * @param date the day it was published, in the time zone of the pages
 * @param text Markdown that is to be the whole text; blank: the text stays
 */
public record ClippingForm(
        Optional<String> title,
        Optional<String> kind,
        Optional<String> date,
        Optional<String> byline,
        Optional<String> outlet,
        Optional<String> language,
        Optional<String> country,
        Optional<List<String>> topics,
        Optional<String> summary,
        Optional<String> text) {

    static ClippingForm of(Story story, ZoneId zone) {
        return new ClippingForm(
                Optional.of(story.title()),
                Optional.of(story.kind().slug()),
                Optional.of(day(story, zone)),
                story.byline(),
                story.outlet(),
                Optional.of(story.language().toLanguageTag()),
                story.country().map(Country::code),
                Optional.of(story.topics().stream().map(Topic::slug).toList()),
                Optional.of(story.summary()),
                Optional.empty());
    }

    private static String day(Story story, ZoneId zone) {
        return story.publishedAt().atZone(zone).toLocalDate().toString();
    }

    /** Whatever may have changed of {@code now}; a day that stays keeps its hour. */
    List<Change> changes(Story now, ZoneId zone) {
        List<Change> changes = new ArrayList<>(List.of(
                new Change("title", title),
                new Change("kind", kind),
                new Change("byline", byline),
                new Change("outlet", outlet),
                new Change("language", language),
                new Change("country", country),
                new Change("topics", topics.map(all -> String.join(",", all))),
                new Change("summary", summary)));
        if (!date.equals(Optional.of(day(now, zone)))) {
            changes.add(new Change("publishedAt", date.map(typed -> noon(typed, zone))));
        }
        text.filter(typed -> !typed.isBlank()).ifPresent(typed -> changes.add(new Change("text", Optional.of(typed))));
        return changes;
    }

    /** What an editor has changed of what was found. */
    List<Change> corrections(Story found, ZoneId zone) {
        List<Change> asFound = of(found, zone).changes(found, zone).stream()
                .map(ClippingForm::plain)
                .toList();
        return changes(found, zone).stream()
                .map(ClippingForm::plain)
                .filter(change -> !asFound.contains(change))
                .toList();
    }

    /** A field of a form is never missing, but may be blank; lines end as browsers send them. */
    private static Change plain(Change change) {
        return new Change(
                change.field(),
                change.value().map(text -> text.replace("\r\n", "\n").strip()).filter(text -> !text.isEmpty()));
    }

    /** What is no day stays as it is: whoever reads it refuses it. */
    private static String noon(String day, ZoneId zone) {
        try {
            return LocalDate.parse(day)
                    .atTime(LocalTime.NOON)
                    .atZone(zone)
                    .toInstant()
                    .toString();
        } catch (DateTimeException noDay) {
            return day;
        }
    }
}

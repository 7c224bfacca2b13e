package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CreditsTest {
    private static Credits credits(List<String> authors, Optional<String> outlet, String... paragraphs) {
        return Credits.of(
                new FeedItem(
                        "The crossing",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        authors,
                        outlet,
                        List.of(),
                        "",
                        "https://harbour.example/"),
                List.of(paragraphs));
    }

    @Test
    void bylineAndOutletAreTakenApart() {
        Credits credits = credits(
                List.of("admin"),
                Optional.empty(),
                "Text.",
                "By: Malee Srisuk, The Delta Courier",
                "Published on: 28 April 2026");

        assertThat(credits.byline()).contains("Malee Srisuk");
        assertThat(credits.outlet()).contains("The Delta Courier");
        assertThat(credits.publishedOn()).contains(LocalDate.of(2026, 4, 28));
    }

    @Test
    void authorIsNamedBehindTheAddressAsRssWantsIt() {
        assertThat(credits(List.of("desk@courier.example (Malee Srisuk)"), Optional.empty(), "Text.")
                        .byline())
                .contains("Malee Srisuk");
    }

    @Test
    @Timeout(5)
    void authorOfNothingButSignsIsNobodyAndTakesNoTime() {
        assertThat(credits(List.of("@".repeat(1_000_000)), Optional.empty(), "Text.")
                        .byline())
                .isEmpty();
    }

    @Test
    void agencyAloneIsAnOutletAndNoPerson() {
        Credits credits = credits(List.of(), Optional.empty(), "Text.", "By: River News Agency");

        assertThat(credits.byline()).isEmpty();
        assertThat(credits.outlet()).contains("River News Agency");
    }

    @Test
    void personAloneIsAByline() {
        Credits credits = credits(List.of(), Optional.of("The Delta Courier"), "By Malee Srisuk", "Text.");

        assertThat(credits.byline()).contains("Malee Srisuk");
        assertThat(credits.outlet()).contains("The Delta Courier");
    }

    @Test
    void feedsAuthorCountsWhereTheTextNamesNobody() {
        assertThat(credits(List.of("malee@courier.example (Malee Srisuk)"), Optional.empty(), "Text.")
                        .byline())
                .contains("Malee Srisuk");
        assertThat(credits(List.of("admin"), Optional.empty(), "Text.").byline())
                .isEmpty();
        assertThat(credits(List.of("malee@courier.example"), Optional.empty(), "Text.")
                        .byline())
                .isEmpty();
    }

    @Test
    void sourceLineNamesTheOutlet() {
        assertThat(credits(List.of(), Optional.empty(), "Text.", "Source: The Delta Courier")
                        .outlet())
                .contains("The Delta Courier");
    }

    @Test
    void sentenceThatBeginsWithByIsNoCredit() {
        Credits credits = credits(
                List.of(),
                Optional.empty(),
                "By the end of the year the ferries will have carried two million people across the river, said the minister.");

        assertThat(credits.byline()).isEmpty();
    }

    @Test
    void dayOfAnEventIsNotTheDayOfPublication() {
        assertThat(credits(List.of(), Optional.empty(), "DATE: 20 December 2026")
                        .publishedOn())
                .isEmpty();
    }
}

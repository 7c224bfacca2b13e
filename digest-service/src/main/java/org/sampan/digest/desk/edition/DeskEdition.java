package org.sampan.digest.desk.edition;

import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.page.NotHere;

/** An edition with its series, as a page's address names it. */
record DeskEdition(Series series, Edition edition) {
    /** @throws NotHere when there is none */
    static DeskEdition of(SeriesCatalogue catalogue, Editions editions, String series, int number) {
        return new DeskEdition(
                catalogue.find(series).orElseThrow(NotHere::new),
                editions.find(new EditionId(series, number)).orElseThrow(NotHere::new));
    }

    String path() {
        return "/desk/editions/" + edition.id();
    }
}

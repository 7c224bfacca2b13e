package org.sampan.digest.desk.edition;

/**
 * The items of an edition that its page shows: all of them, or, of a large one, a part.
 *
 * @param page counted from 1
 * @param from the first item, counted from 0 over all sections
 * @param until the one after the last
 */
public record Window(int page, int pages, int from, int until, int items) {
    /** An edition of as many is shown whole. */
    static final int WHOLE = 60;

    private static final int A_PAGE = 40;

    /** Part of an edition of so many items; a page that is not there is the nearest that is. */
    static Window of(int items, int page) {
        if (items <= WHOLE) {
            return new Window(1, 1, 0, items, items);
        }
        int pages = (items + A_PAGE - 1) / A_PAGE;
        int shown = Math.max(1, Math.min(page, pages));
        int from = (shown - 1) * A_PAGE;
        return new Window(shown, pages, from, Math.min(items, from + A_PAGE), items);
    }

    /** The one that shows an item. */
    static Window showing(int items, int place) {
        return of(items, place / A_PAGE + 1);
    }

    public boolean isWhole() {
        return pages == 1;
    }

    boolean has(int place) {
        return place >= from && place < until;
    }
}

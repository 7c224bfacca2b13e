package org.sampan.digest.bench;

import java.util.Iterator;
import java.util.List;

/**
 * What to measure.
 *
 * @param feeds served on loopback, ten to a host
 * @param items of each feed, every eleventh of which another feed has too
 * @param clippings the desk looks through
 * @param inPlace in the very database that is named, which is empty and thrown away; else in one beside it
 * @param json nothing but JSON is printed
 */
record BenchOptions(int feeds, int items, int clippings, int runs, boolean inPlace, boolean json) {
    static final String USAGE = "newsroom [--feeds N] [--items N] [--clippings N] [--runs N]";

    /** @throws IllegalArgumentException naming the option that is not sound */
    static BenchOptions parse(List<String> arguments) {
        int feeds = 200;
        int items = 55;
        int clippings = 100_000;
        int runs = 3;
        boolean inPlace = false;
        boolean json = false;
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String option = words.next();
            switch (option) {
                case "--feeds" -> feeds = number(option, words, 1, 2_000);
                case "--items" -> items = number(option, words, 1, 1_000);
                case "--clippings" -> clippings = number(option, words, 1, 2_000_000);
                case "--runs" -> runs = number(option, words, 0, 100);
                case "--in-place" -> inPlace = true;
                case "--json" -> json = true;
                default -> throw new IllegalArgumentException("unknown option " + option + "\n" + USAGE);
            }
        }
        return new BenchOptions(feeds, items, clippings, runs, inPlace, json);
    }

    private static int number(String option, Iterator<String> words, int least, int most) {
        String text = words.hasNext() ? words.next() : "nothing";
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, together with what is out of range
        }
        throw new IllegalArgumentException(option + ": a number from " + least + " to " + most + ", not " + text);
    }
}

package org.sampan.digest.production;

/** A run goes no further for now, and nothing is wrong: it waits for somebody, or somebody stopped it. */
final class RunHalted extends RuntimeException {
    RunHalted(String why) {
        super(why);
    }
}

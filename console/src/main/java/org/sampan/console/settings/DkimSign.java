package org.sampan.console.settings;

/** With what kind of key mail is signed. */
public enum DkimSign {
    /** With none. */
    NONE,
    /** What every receiver knows. */
    RSA,
    /** Shorter and quicker, and not known to all. */
    ED25519,
    /** Two signatures on each mail. */
    BOTH
}

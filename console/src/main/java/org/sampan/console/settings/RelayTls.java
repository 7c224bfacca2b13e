package org.sampan.console.settings;

/** How far the connection to the relay must be encrypted. */
public enum RelayTls {
    /** No STARTTLS, no mail. */
    REQUIRED,
    /** STARTTLS when offered. */
    OPPORTUNISTIC,
    /** Never. */
    OFF
}

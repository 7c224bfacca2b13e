package org.sampan.mailserver.domain;

/** The kinds of records we ask for (RFC 1035, RFC 3596). */
public enum RecordType {
    A,
    AAAA,
    MX,
    PTR,
    TXT
}

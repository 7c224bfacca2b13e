package org.sampan.console.settings;

/** A value its setting's type does not take; the message completes the sentence "smtp.port …". */
public final class BadValueException extends Exception {

    private static final long serialVersionUID = 1;

    private final String what;

    BadValueException(String what) {
        super(what);
        this.what = what;
    }

    String what() {
        return what;
    }
}

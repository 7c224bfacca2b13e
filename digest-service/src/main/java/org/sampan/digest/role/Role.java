package org.sampan.digest.role;

/** What somebody who looks after a list is to it, from least to most. */
public enum Role {
    /** Decides which held posts go out and who is let in; sees neither roster nor settings. */
    MODERATOR,
    /** Answers for one list: everything about it but its beginning and end. */
    OWNER,
    /** Answers for all lists, makes them and removes them. */
    OPERATOR;

    public boolean isOwner() {
        return this != MODERATOR;
    }
}

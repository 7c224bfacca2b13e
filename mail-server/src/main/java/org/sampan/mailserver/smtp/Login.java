package org.sampan.mailserver.smtp;

/** How we say who we are, RFC 4954. No part of it is ever printed but the name. */
public sealed interface Login {
    String username();

    /** For AUTH PLAIN or LOGIN. */
    record Password(String username, String password) implements Login {
        @Override
        public String toString() {
            return "Password[" + username + "]";
        }
    }

    /** For AUTH XOAUTH2: an OAuth 2 access token, good for an hour or so. */
    record Token(String username, String token) implements Login {
        @Override
        public String toString() {
            return "Token[" + username + "]";
        }
    }
}

package org.sampan.digest.account;

import org.sampan.digest.mailserver.EmailAddress;

/**
 * Who a link signs in.
 *
 * @param next path of the page to see then; empty: the account's own
 */
record SignInLink(EmailAddress email, String next) {}

/** Names and passwords for SMTP submission. */
@NullMarked
package org.sampan.mailserver.account;

import org.jspecify.annotations.NullMarked;

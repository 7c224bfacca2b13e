/** The ports mail comes in by: certificate, logins, and what no stranger may do there. */
@NullMarked
package org.sampan.mailserver.smtpserver;

import org.jspecify.annotations.NullMarked;

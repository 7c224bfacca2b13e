/** Tests of the mails the system itself writes. */
@NullMarked
package org.sampan.mailserver.notice;

import org.jspecify.annotations.NullMarked;

/** Whether a mail comes from the domain it names in From: SPF, DKIM, DMARC, or the word of a trusted front server. */
@NullMarked
package org.sampan.mailserver.proof;

import org.jspecify.annotations.NullMarked;

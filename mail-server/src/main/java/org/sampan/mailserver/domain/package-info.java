/** What the world knows of a mail domain: whose it is, and what its owner asks of those who take mail in its name. */
@NullMarked
package org.sampan.mailserver.domain;

import org.jspecify.annotations.NullMarked;

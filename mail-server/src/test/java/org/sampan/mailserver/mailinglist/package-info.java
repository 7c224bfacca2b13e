/** Tests of lists and their addresses. */
@NullMarked
package org.sampan.mailserver.mailinglist;

import org.jspecify.annotations.NullMarked;

/** Where accepted mail waits, and what happens when there is no room. */
@NullMarked
package org.sampan.mailserver.spool;

import org.jspecify.annotations.NullMarked;

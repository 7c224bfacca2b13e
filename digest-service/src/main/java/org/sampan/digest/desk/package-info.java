/** The newsroom's pages: what waits, the inbox, editions, statements, and who did what. Editors alone come in. */
@NullMarked
package org.sampan.digest.desk;

import org.jspecify.annotations.NullMarked;

/** Text for people at a terminal: tables, harmless whatever strangers wrote. */
@NullMarked
package org.sampan.console.terminal;

import org.jspecify.annotations.NullMarked;

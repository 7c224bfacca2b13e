/** The words of the command line; nothing else sees picocli. */
@NullMarked
package org.sampan.console.command;

import org.jspecify.annotations.NullMarked;

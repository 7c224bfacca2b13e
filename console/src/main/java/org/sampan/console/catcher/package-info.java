/** Catches every mail of a demonstration and shows it in the browser; nothing leaves the machine. */
@NullMarked
package org.sampan.console.catcher;

import org.jspecify.annotations.NullMarked;

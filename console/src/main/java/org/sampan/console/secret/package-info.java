/** Passwords and tokens that lie in files. */
@NullMarked
package org.sampan.console.secret;

import org.jspecify.annotations.NullMarked;

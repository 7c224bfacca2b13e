/** Tests of how the whole is built. */
@NullMarked
package org.sampan.mailserver;

import org.jspecify.annotations.NullMarked;

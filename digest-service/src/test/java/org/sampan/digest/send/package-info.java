/** Mails as they leave. */
@NullMarked
package org.sampan.digest.send;

import org.jspecify.annotations.NullMarked;

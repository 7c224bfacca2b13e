/** Tests of where mail comes from. */
@NullMarked
package org.sampan.mailserver.proof;

import org.jspecify.annotations.NullMarked;

/** Tests of what the operator may choose. */
@NullMarked
package org.sampan.mailserver.settings;

import org.jspecify.annotations.NullMarked;

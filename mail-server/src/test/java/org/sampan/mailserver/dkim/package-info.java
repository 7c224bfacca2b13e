/** Tests of keys, canonical forms and signatures. */
@NullMarked
package org.sampan.mailserver.dkim;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package org.sampan.mailserver.moderate;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package org.sampan.mailserver.figures;

import org.jspecify.annotations.NullMarked;

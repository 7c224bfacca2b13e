/** Tests. */
@NullMarked
package org.sampan.mailserver.post;

import org.jspecify.annotations.NullMarked;

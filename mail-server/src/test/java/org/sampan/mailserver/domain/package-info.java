/** Tests. */
@NullMarked
package org.sampan.mailserver.domain;

import org.jspecify.annotations.NullMarked;

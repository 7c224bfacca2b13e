/** Decides whether a post is accepted, held, refused or dropped. */
@NullMarked
package org.sampan.mailserver.authorise;

import org.jspecify.annotations.NullMarked;

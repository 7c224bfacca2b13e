/** Tests. */
@NullMarked
package org.sampan.digest.newsroom;

import org.jspecify.annotations.NullMarked;

/** The newsroom: clippings become editions, statements go out, and every page a person sees is made here. */
@NullMarked
package org.sampan.digest;

import org.jspecify.annotations.NullMarked;

/** What is inside a message: its texts, its files, the words it is found by. */
@NullMarked
package org.sampan.mailserver.content;

import org.jspecify.annotations.NullMarked;

/** The mail server: a list of modules around Apache James. */
@NullMarked
package org.sampan.mailserver;

import org.jspecify.annotations.NullMarked;

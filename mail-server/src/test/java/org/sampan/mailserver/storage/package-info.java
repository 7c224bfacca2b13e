/** Tests of the database, and the one database all tests share. */
@NullMarked
package org.sampan.mailserver.storage;

import org.jspecify.annotations.NullMarked;

/** Tests of what all REST routes share, and a REST server for the routes of the others. */
@NullMarked
package org.sampan.mailserver.admin;

import org.jspecify.annotations.NullMarked;

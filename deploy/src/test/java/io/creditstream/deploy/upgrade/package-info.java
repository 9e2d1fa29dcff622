/** A release replaces the one before while applications come. */
@NullMarked
package io.creditstream.deploy.upgrade;

import org.jspecify.annotations.NullMarked;

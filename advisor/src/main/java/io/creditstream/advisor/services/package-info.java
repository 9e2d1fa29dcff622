/** The HTTP interfaces of the scorer and the drift monitor. */
@NullMarked
package io.creditstream.advisor.services;

import org.jspecify.annotations.NullMarked;

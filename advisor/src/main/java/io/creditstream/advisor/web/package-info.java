/** The pages: routes, templates, headers. */
@NullMarked
package io.creditstream.advisor.web;

import org.jspecify.annotations.NullMarked;

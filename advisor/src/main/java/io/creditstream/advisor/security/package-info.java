/** Who may do what: people, roles, login at an OpenID provider, sessions, tokens of programs. */
@NullMarked
package io.creditstream.advisor.security;

import org.jspecify.annotations.NullMarked;

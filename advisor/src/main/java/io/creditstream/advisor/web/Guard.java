package io.creditstream.advisor.web;

import io.javalin.http.Context;

/** Who may see what. */
interface Guard {

  /** Whether nobody has to log in. */
  boolean isOpen();

  /** Who is logged in; empty for nobody. */
  String user(Context context);

  /** The token that forms of this reader send along; empty where none is needed. */
  String csrf(Context context);

  /**
   * Refuses a request that may not be made.
   *
   * @throws PageError saying so
   */
  void check(Context context);
}

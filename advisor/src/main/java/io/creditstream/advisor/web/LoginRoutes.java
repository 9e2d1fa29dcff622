package io.creditstream.advisor.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.Consumer;

/** The routes of logging in and out. */
final class LoginRoutes implements Consumer<JavalinDefaultRoutingApi> {

  private final LoginPages pages;

  LoginRoutes(LoginPages pages) {
    this.pages = pages;
  }

  @Override
  public void accept(JavalinDefaultRoutingApi routes) {
    routes.get("/login", pages::begin);
    routes.get("/login/callback", pages::end);
    routes.post("/logout", pages::logout);
    routes.get("/logged-out", pages::loggedOut);
  }
}

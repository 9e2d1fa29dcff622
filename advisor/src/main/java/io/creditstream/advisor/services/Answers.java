package io.creditstream.advisor.services;

import java.util.function.Function;

/** Changes what an answer gives and passes the others on. */
final class Answers {

  private Answers() {}

  static <A, B> Answer<B> map(Answer<A> answer, Function<A, B> change) {
    if (answer instanceof Answer.Given<A> given) {
      return new Answer.Given<>(change.apply(given.value()));
    }
    if (answer instanceof Answer.Refused<A> refused) {
      return new Answer.Refused<>(refused.status(), refused.field(), refused.detail());
    }
    return new Answer.Unavailable<>();
  }
}

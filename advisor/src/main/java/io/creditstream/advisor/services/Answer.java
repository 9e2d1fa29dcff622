package io.creditstream.advisor.services;

/** What another service answered. */
public sealed interface Answer<T> {

  /** It did what was asked. */
  record Given<T>(T value) implements Answer<T> {}

  /**
   * It will not do it.
   *
   * @param status HTTP status, 400 to 499
   * @param field field of the request that is wrong; empty where none was named
   * @param detail what is wrong, in English and without personal data
   */
  record Refused<T>(int status, String field, String detail) implements Answer<T> {}

  /** It cannot be reached or cannot work now. */
  record Unavailable<T>() implements Answer<T> {}
}

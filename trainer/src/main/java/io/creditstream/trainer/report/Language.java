package io.creditstream.trainer.report;

/** The languages in which notes are written. */
enum Language {
  EN(""),
  FR("-fr");

  private final String suffix;

  Language(String suffix) {
    this.suffix = suffix;
  }

  /** The name of a document in this language: the English ones have none beside their own. */
  String file(String name) {
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot) + suffix + name.substring(dot);
  }

  /** Code of the language. */
  String code() {
    return this == FR ? "fr" : "en";
  }

  /** Whether a count takes the singular. */
  boolean isSingular(long count) {
    return this == FR ? count < 2 : count == 1;
  }
}

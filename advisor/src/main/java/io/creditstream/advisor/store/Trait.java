package io.creditstream.advisor.store;

/** Descriptive values of an application that decisions are found by; each names its field. */
public enum Trait {
  CONTRACT("nameContractType"),
  REGION("regionRatingClient"),
  FAMILY("nameFamilyStatus"),
  EMPLOYMENT("nameIncomeType");

  private final String field;

  Trait(String field) {
    this.field = field;
  }

  /** The field of the application that holds it. */
  public String field() {
    return field;
  }
}

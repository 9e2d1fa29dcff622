package io.creditstream.advisor.explain;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a feature is about, as a client would say: a low external score and a low average of the
 * external scores are one thing to be told, not two.
 *
 * @param name its name
 * @param known whether pages have words for it; a feature of which this release knows no subject is
 *     one of its own
 */
public record Subject(String name, boolean known) {

  /** The first that fits counts. */
  private static final List<Kind> KINDS =
      List.of(
          kind("external-scores", "EXT_SOURCE.*"),
          kind(
              "loan",
              "AMT_(CREDIT|ANNUITY|GOODS_PRICE)|NAME_CONTRACT_TYPE"
                  + "|CREDIT_(TO_ANNUITY|TO_GOODS|OVER_GOODS)"),
          kind(
              "means",
              "AMT_INCOME_TOTAL|(CREDIT|ANNUITY|GOODS)_TO_INCOME"
                  + "|INCOME_(AFTER_ANNUITY|PER_HEAD)"),
          kind(
              "employment",
              "NAME_INCOME_TYPE|OCCUPATION_TYPE|ORGANIZATION_TYPE|DAYS_EMPLOYED"
                  + "|EMPLOYED_TO_AGE|NOT_EMPLOYED|INCOME_TO_EMPLOYED"),
          kind("education", "NAME_EDUCATION_TYPE"),
          kind(
              "person",
              "CODE_GENDER|CNT_(CHILDREN|FAM_MEMBERS)|NAME_FAMILY_STATUS|DAYS_BIRTH"
                  + "|CHILDREN_SHARE"),
          kind("property", "NAME_HOUSING_TYPE|FLAG_OWN_(REALTY|CAR)|OWN_CAR_AGE|CAR_TO_AGE"),
          kind("building", ".*_(AVG|MODE|MEDI)"),
          kind("region", "(REGION|REG|LIVE)_.*"),
          kind("registration", "DAYS_(REGISTRATION|ID_PUBLISH)|REGISTRATION_TO_AGE"),
          kind("documents", "FLAG_DOCUMENT_.*|DOCUMENTS"),
          kind(
              "contact",
              "FLAG_(MOBIL|EMP_PHONE|WORK_PHONE|CONT_MOBILE|PHONE|EMAIL)"
                  + "|DAYS_LAST_PHONE_CHANGE|PHONE_CHANGE_TO_AGE"),
          kind("circle", ".*_SOCIAL_CIRCLE|CIRCLE_.*"),
          kind("enquiries", "AMT_REQ_CREDIT_BUREAU_.*|ENQUIRIES"),
          kind("applying", "NAME_TYPE_SUITE|(WEEKDAY|HOUR)_APPR_PROCESS_START"),
          kind("arrears-elsewhere", "BUREAU_.*(OVERDUE|LATE_MONTHS|WORST_STATUS|PROLONGED).*"),
          kind("credits-elsewhere", "BUREAU_.*"),
          kind("earlier-applications", "PREVIOUS_.*|(CREDIT|ANNUITY)_TO_PREVIOUS_.*"),
          kind(
              "payments",
              "INSTALMENT_.*|ANNUITY_TO_INSTALMENT_DUE|POS_(.*_)?(DAYS_LATE|LATE)(_.*)?"),
          kind("earlier-loans", "POS_.*"),
          kind("cards", "CARD_.*"));

  private record Kind(Pattern features, Subject subject) {}

  private static Kind kind(String name, String features) {
    return new Kind(Pattern.compile(features), new Subject(name, true));
  }

  /** The subject of a feature. */
  public static Subject of(String feature) {
    for (Kind kind : KINDS) {
      if (kind.features().matcher(feature).matches()) {
        return kind.subject();
      }
    }
    return new Subject(feature, false);
  }

  /** All subjects that pages have words for. */
  public static List<Subject> all() {
    return KINDS.stream().map(Kind::subject).toList();
  }
}

package io.creditstream.advisor.web;

import java.util.List;
import java.util.Set;

/** Which fields of an application belong together. */
final class FieldGroups {

  static final List<String> ALL =
      List.of("loan", "person", "home", "contact", "circle", "building", "documents", "other");

  private static final Set<String> LOAN =
      Set.of(
          "applicationId",
          "clientId",
          "submittedAt",
          "explain",
          "nameContractType",
          "amtCredit",
          "amtAnnuity",
          "amtGoodsPrice",
          "nameTypeSuite",
          "weekdayApprProcessStart",
          "hourApprProcessStart");
  private static final Set<String> PERSON =
      Set.of(
          "codeGender",
          "cntChildren",
          "amtIncomeTotal",
          "nameIncomeType",
          "nameEducationType",
          "nameFamilyStatus",
          "daysBirth",
          "daysEmployed",
          "occupationType",
          "cntFamMembers",
          "organizationType",
          "extSource1",
          "extSource2",
          "extSource3");
  private static final Set<String> HOME =
      Set.of(
          "flagOwnCar",
          "flagOwnRealty",
          "nameHousingType",
          "ownCarAge",
          "daysRegistration",
          "daysIdPublish");

  private FieldGroups() {}

  /** The group of a field. */
  static String of(String field) {
    if (LOAN.contains(field)) {
      return "loan";
    }
    if (PERSON.contains(field)) {
      return "person";
    }
    if (HOME.contains(field) || field.startsWith("region")) {
      return "home";
    }
    if (field.startsWith("flagDocument")) {
      return "documents";
    }
    if (field.startsWith("flag") || field.startsWith("reg") || field.startsWith("live")) {
      return field.startsWith("living") ? "building" : "contact";
    }
    if (field.endsWith("SocialCircle") || field.startsWith("amtReqCreditBureau")) {
      return "circle";
    }
    return field.endsWith("Avg") || field.endsWith("Mode") || field.endsWith("Medi")
        ? "building"
        : "other";
  }
}

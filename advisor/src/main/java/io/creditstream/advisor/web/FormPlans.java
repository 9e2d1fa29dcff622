package io.creditstream.advisor.web;

import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.web.ApplicationForm.Plan;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.schemas.LoanApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Which fields the forms ask for. */
final class FormPlans {

  /** What a client can change about an application; never age, gender or family. */
  private static final List<String> CHANGEABLE =
      List.of(
          "nameContractType",
          "amtCredit",
          "amtAnnuity",
          "amtGoodsPrice",
          "amtIncomeTotal",
          "nameIncomeType",
          "occupationType",
          "daysEmployed",
          "nameHousingType",
          "flagOwnRealty",
          "flagOwnCar");

  private static final List<String> NEW =
      List.of(
          "clientId",
          "nameContractType",
          "amtCredit",
          "amtAnnuity",
          "amtGoodsPrice",
          "amtIncomeTotal",
          "daysBirth",
          "codeGender",
          "nameFamilyStatus",
          "cntChildren",
          "nameEducationType",
          "nameIncomeType",
          "occupationType",
          "daysEmployed",
          "nameHousingType",
          "flagOwnRealty",
          "flagOwnCar",
          "regionRatingClient",
          "extSource1",
          "extSource2",
          "extSource3");

  private final Models models;

  FormPlans(Models models) {
    this.models = models;
  }

  Plan whatIf() {
    return new Plan(CHANGEABLE, choices(CHANGEABLE));
  }

  Plan newApplication() {
    return new Plan(NEW, choices(NEW));
  }

  /** The levels that the model knows of the column of each field. */
  private Map<String, List<String>> choices(List<String> names) {
    Map<String, List<String>> choices = new HashMap<>();
    models
        .champion()
        .ifPresent(
            model ->
                names.forEach(
                    name -> {
                      Schema.Field field = LoanApplication.getClassSchema().getField(name);
                      String column = field.getProp("column");
                      int place = column == null ? -1 : model.dictionary().indexOf(column);
                      if (place >= 0) {
                        FeatureEntry feature = model.dictionary().get(place);
                        choices.put(name, feature.levels());
                      }
                    }));
    choices.putIfAbsent("codeGender", List.of("F", "M", "XNA"));
    return choices;
  }
}

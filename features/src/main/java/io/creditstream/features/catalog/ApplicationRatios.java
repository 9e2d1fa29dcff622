package io.creditstream.features.catalog;

import static io.creditstream.features.catalog.Measure.orNaN;
import static io.creditstream.features.catalog.Measure.ratio;

import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.avro.Schema;

/** Ratios and combinations of columns of the application. */
final class ApplicationRatios {

  private static final int[] DOCUMENTS =
      LoanApplication.getClassSchema().getFields().stream()
          .filter(field -> field.name().startsWith("flagDocument"))
          .mapToInt(Schema.Field::pos)
          .toArray();

  private final List<FeatureDefinition> definitions = new ArrayList<>();

  private ApplicationRatios() {}

  static List<FeatureDefinition> definitions() {
    ApplicationRatios ratios = new ApplicationRatios();
    ratios.amounts();
    ratios.times();
    ratios.externalScores();
    ratios.counts();
    return ratios.definitions;
  }

  private void amounts() {
    define(
        "CREDIT_TO_INCOME",
        "credit against income",
        "crédit rapporté au revenu",
        a -> ratio(a.getAmtCredit(), a.getAmtIncomeTotal()));
    define(
        "ANNUITY_TO_INCOME",
        "repayment against income",
        "annuité rapportée au revenu",
        a -> ratio(orNaN(a.getAmtAnnuity()), a.getAmtIncomeTotal()));
    define(
        "CREDIT_TO_ANNUITY",
        "years to repay",
        "années de remboursement",
        a -> ratio(a.getAmtCredit(), orNaN(a.getAmtAnnuity())));
    define(
        "CREDIT_TO_GOODS",
        "credit against price of the goods",
        "crédit rapporté au prix du bien",
        a -> ratio(a.getAmtCredit(), orNaN(a.getAmtGoodsPrice())));
    define(
        "CREDIT_OVER_GOODS",
        "credit beyond the price of the goods",
        "crédit au-delà du prix du bien",
        a -> a.getAmtCredit() - orNaN(a.getAmtGoodsPrice()));
    define(
        "INCOME_AFTER_ANNUITY",
        "income left after a year's repayment",
        "revenu restant après une annuité",
        a -> a.getAmtIncomeTotal() - orNaN(a.getAmtAnnuity()));
    define(
        "GOODS_TO_INCOME",
        "price of the goods against income",
        "prix du bien rapporté au revenu",
        a -> ratio(orNaN(a.getAmtGoodsPrice()), a.getAmtIncomeTotal()));
    defineProtected(
        "INCOME_PER_HEAD",
        "income for each member of the household",
        "revenu par membre du foyer",
        a -> ratio(a.getAmtIncomeTotal(), orNaN(a.getCntFamMembers())));
  }

  private void times() {
    defineProtected(
        "EMPLOYED_TO_AGE",
        "part of life in the present job",
        "part de la vie dans l'emploi actuel",
        a -> ratio(employed(a), a.getDaysBirth()));
    define(
        "NOT_EMPLOYED",
        "not employed",
        "sans emploi",
        a ->
            a.getDaysEmployed() == null
                ? Double.NaN
                : a.getDaysEmployed() == HistoryDates.OPEN_DAYS ? 1 : 0);
    define(
        "INCOME_TO_EMPLOYED",
        "income against time in the present job",
        "revenu rapporté à l'ancienneté",
        a -> ratio(a.getAmtIncomeTotal(), employed(a)));
    defineProtected(
        "REGISTRATION_TO_AGE",
        "part of life since the change of registration",
        "part de la vie depuis l'enregistrement",
        a -> ratio(orNaN(a.getDaysRegistration()), a.getDaysBirth()));
    defineProtected(
        "PHONE_CHANGE_TO_AGE",
        "part of life since the phone was changed",
        "part de la vie depuis le changement de téléphone",
        a -> ratio(orNaN(a.getDaysLastPhoneChange()), a.getDaysBirth()));
    defineProtected(
        "CAR_TO_AGE",
        "age of the car against age",
        "âge de la voiture rapporté à l'âge",
        a -> ratio(orNaN(a.getOwnCarAge()), a.getDaysBirth() / -365.25));
  }

  private void externalScores() {
    define(
        "EXT_SOURCES_MEAN",
        "average of the external scores",
        "moyenne des scores externes",
        a -> summary(Statistic.MEAN, scores(a)));
    define(
        "EXT_SOURCES_MIN",
        "lowest external score",
        "score externe le plus bas",
        a -> summary(Statistic.MIN, scores(a)));
    define(
        "EXT_SOURCES_MAX",
        "highest external score",
        "score externe le plus haut",
        a -> summary(Statistic.MAX, scores(a)));
    define(
        "EXT_SOURCES_SPREAD",
        "highest minus lowest external score",
        "écart entre les scores externes",
        a -> summary(Statistic.MAX, scores(a)) - summary(Statistic.MIN, scores(a)));
    define(
        "EXT_SOURCES_WEIGHTED",
        "external scores, the third counted three times and the first twice",
        "scores externes, le troisième compté trois fois et le premier deux fois",
        a ->
            2 * orNaN(a.getExtSource1()) + orNaN(a.getExtSource2()) + 3 * orNaN(a.getExtSource3()));
    define(
        "EXT_SOURCES_2_3",
        "product of external scores 2 and 3",
        "produit des scores externes 2 et 3",
        a -> orNaN(a.getExtSource2()) * orNaN(a.getExtSource3()));
    define(
        "EXT_SOURCES_PRODUCT",
        "product of the external scores",
        "produit des scores externes",
        a -> orNaN(a.getExtSource1()) * orNaN(a.getExtSource2()) * orNaN(a.getExtSource3()));
    define(
        "EXT_SOURCES_MISSING",
        "number of missing external scores",
        "nombre de scores externes absents",
        a -> missing(scores(a)));
    defineProtected(
        "EXT_SOURCE_3_TO_AGE",
        "external score 3 against age",
        "score externe 3 rapporté à l'âge",
        a -> ratio(orNaN(a.getExtSource3()), a.getDaysBirth() / -365.25));
  }

  private void counts() {
    define(
        "DOCUMENTS",
        "number of documents handed in",
        "nombre de documents fournis",
        ApplicationRatios::documents);
    defineProtected(
        "CHILDREN_SHARE",
        "part of children in the household",
        "part des enfants dans le foyer",
        a -> ratio(orNaN(a.getCntChildren()), orNaN(a.getCntFamMembers())));
    define(
        "CIRCLE_LATE_DEFAULT_RATE",
        "share of late defaults among the people around the client",
        "part de défauts tardifs parmi les proches",
        a -> ratio(orNaN(a.getDef60CntSocialCircle()), orNaN(a.getObs60CntSocialCircle())));
    define(
        "CIRCLE_DEFAULT_RATE",
        "share of defaults among the people around the client",
        "part de défauts parmi les proches",
        a -> ratio(orNaN(a.getDef30CntSocialCircle()), orNaN(a.getObs30CntSocialCircle())));
    define(
        "ENQUIRIES",
        "credit bureau enquiries in all",
        "demandes au bureau de crédit au total",
        a ->
            summary(
                Statistic.SUM,
                orNaN(a.getAmtReqCreditBureauHour()),
                orNaN(a.getAmtReqCreditBureauDay()),
                orNaN(a.getAmtReqCreditBureauWeek()),
                orNaN(a.getAmtReqCreditBureauMon()),
                orNaN(a.getAmtReqCreditBureauQrt()),
                orNaN(a.getAmtReqCreditBureauYear())));
  }

  private void define(String name, String en, String fr, ToDoubleFunction<LoanApplication> value) {
    define(Sensitivity.NONE, name, en, fr, value);
  }

  /** A feature that tells of a protected attribute. */
  private void defineProtected(
      String name, String en, String fr, ToDoubleFunction<LoanApplication> value) {
    define(Sensitivity.PROTECTED, name, en, fr, value);
  }

  private void define(
      Sensitivity sensitivity,
      String name,
      String en,
      String fr,
      ToDoubleFunction<LoanApplication> value) {
    definitions.add(
        new FeatureDefinition(
            name,
            Topics.APPLICATIONS.name(),
            Set.of(),
            en,
            fr,
            sensitivity,
            new FeatureValue.Numeric(applicant -> value.applyAsDouble(applicant.application()))));
  }

  private static double employed(LoanApplication application) {
    double days = orNaN(application.getDaysEmployed());
    return days == HistoryDates.OPEN_DAYS ? Double.NaN : days;
  }

  private static double[] scores(LoanApplication application) {
    return new double[] {
      orNaN(application.getExtSource1()),
      orNaN(application.getExtSource2()),
      orNaN(application.getExtSource3())
    };
  }

  private static double summary(Statistic statistic, double... values) {
    int size = 0;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        size++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    return statistic.of(size, sum, min, max);
  }

  private static double missing(double[] values) {
    int missing = 0;
    for (double value : values) {
      if (Double.isNaN(value)) {
        missing++;
      }
    }
    return missing;
  }

  private static double documents(LoanApplication application) {
    int documents = 0;
    for (int position : DOCUMENTS) {
      if (Boolean.TRUE.equals(application.get(position))) {
        documents++;
      }
    }
    return documents;
  }
}

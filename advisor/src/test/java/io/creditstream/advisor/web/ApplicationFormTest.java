package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.web.ApplicationForm.Field;
import io.creditstream.advisor.web.ApplicationForm.Plan;
import io.creditstream.advisor.wording.Language;
import io.creditstream.advisor.wording.Wording;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationFormTest {

  private static final int NOT_EMPLOYED = 365_243;
  private static final Plan PLAN =
      new Plan(List.of("clientId", "amtCredit", "daysEmployed"), Map.of());
  private static final Wording ENGLISH = Wording.of(Language.EN, ZoneOffset.UTC);
  private static final Wording FRENCH = Wording.of(Language.FR, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({"EN, -1234", "FR, -1234", "EN, 365243", "FR, 365243"})
  void shouldKeepTheValueOfWhatIsLeftAsItIs(Language language, int employed) {
    Wording wording = Wording.of(language, ZoneOffset.UTC);
    ObjectNode application = application().put("daysEmployed", employed);
    ApplicationForm shown = ApplicationForm.of(application, PLAN, wording);

    ApplicationForm sent =
        ApplicationForm.read(name -> value(shown, name), application, PLAN, wording, wording);

    assertThat(sent.isSound()).isTrue();
    assertThat(sent.application()).isEqualTo(application);
  }

  @Test
  void shouldTakeAWordForNoEmployment() {
    ApplicationForm sent = typed("Not employed");

    assertThat(sent.isSound()).isTrue();
    assertThat(sent.application().get("daysEmployed").intValue()).isEqualTo(NOT_EMPLOYED);
  }

  @Test
  void shouldCountYearsOfEmploymentBackwards() {
    assertThat(typed("10").application().get("daysEmployed").intValue()).isEqualTo(-3652);
    assertThat(typed("121").isSound()).isFalse();
  }

  @Test
  void shouldNotRoundWhatIsCounted() {
    Plan children = new Plan(List.of("cntChildren"), Map.of());

    ApplicationForm sent =
        ApplicationForm.read(name -> "2.5", application(), children, ENGLISH, ENGLISH);

    assertThat(sent.fields()).extracting(Field::error).containsExactly("A whole number");
  }

  @Test
  void shouldAskForWhatIsRequiredThoughNothingWasThere() {
    ApplicationForm sent =
        ApplicationForm.read(
            name -> "", JsonNodeFactory.instance.objectNode(), PLAN, ENGLISH, ENGLISH);

    assertThat(sent.fields())
        .filteredOn(Field::required)
        .extracting(Field::error)
        .containsExactly("Fill this in", "Fill this in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.56789|1\u202f234,56789|not employed|sans emploi",
        "12.|12.|3.5|3,5",
        "-5|-5|900|900"
      })
  void shouldShowWhatWasTypedAsTheOtherLanguageWritesIt(
      String amount, String frenchAmount, String employed, String frenchEmployed) {
    Function<String, String> typed =
        name -> name.equals("amtCredit") ? amount : name.equals("daysEmployed") ? employed : "C1";

    ApplicationForm sent = ApplicationForm.read(typed::apply, application(), PLAN, ENGLISH, FRENCH);
    ApplicationForm again =
        ApplicationForm.read(name -> value(sent, name), application(), PLAN, FRENCH, ENGLISH);

    assertThat(value(sent, "amtCredit")).isEqualTo(frenchAmount);
    assertThat(value(sent, "daysEmployed")).isEqualTo(frenchEmployed);
    assertThat(again.application()).isEqualTo(sent.application());
    assertThat(again.isSound()).isEqualTo(sent.isSound());
  }

  @Test
  void shouldKeepTheValueOfWhatIsLeftInTheOtherLanguageToo() {
    ObjectNode application = application().put("daysEmployed", -1234);
    ApplicationForm shown = ApplicationForm.of(application, PLAN, ENGLISH);

    ApplicationForm sent =
        ApplicationForm.read(name -> value(shown, name), application, PLAN, ENGLISH, FRENCH);

    assertThat(sent.application()).isEqualTo(application);
    assertThat(value(sent, "amtCredit")).isEqualTo("250\u202f000,13");
  }

  private static ApplicationForm typed(String employed) {
    return ApplicationForm.read(
        name -> name.equals("daysEmployed") ? employed : null,
        application(),
        PLAN,
        ENGLISH,
        ENGLISH);
  }

  private static String value(ApplicationForm form, String name) {
    return form.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static ObjectNode application() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("clientId", "C1")
        .put("amtCredit", 250_000.125);
  }
}

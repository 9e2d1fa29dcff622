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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationFormTest {

  private static final int NOT_EMPLOYED = 365_243;
  private static final Plan PLAN =
      new Plan(List.of("clientId", "amtCredit", "daysEmployed"), Map.of());
  private static final Wording ENGLISH = Wording.of(Language.EN, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({"EN, -1234", "FR, -1234", "EN, 365243", "FR, 365243"})
  void shouldKeepTheValueOfWhatIsLeftAsItIs(Language language, int employed) {
    Wording wording = Wording.of(language, ZoneOffset.UTC);
    ObjectNode application = application().put("daysEmployed", employed);
    ApplicationForm shown = ApplicationForm.of(application, PLAN, wording);

    ApplicationForm sent =
        ApplicationForm.read(name -> value(shown, name), application, PLAN, wording);

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

    ApplicationForm sent = ApplicationForm.read(name -> "2.5", application(), children, ENGLISH);

    assertThat(sent.fields()).extracting(Field::error).containsExactly("A whole number");
  }

  @Test
  void shouldAskForWhatIsRequiredThoughNothingWasThere() {
    ApplicationForm sent =
        ApplicationForm.read(name -> "", JsonNodeFactory.instance.objectNode(), PLAN, ENGLISH);

    assertThat(sent.fields())
        .filteredOn(Field::required)
        .extracting(Field::error)
        .containsExactly("Fill this in", "Fill this in");
  }

  private static ApplicationForm typed(String employed) {
    return ApplicationForm.read(
        name -> name.equals("daysEmployed") ? employed : null, application(), PLAN, ENGLISH);
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

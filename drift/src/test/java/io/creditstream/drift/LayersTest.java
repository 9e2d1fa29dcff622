package io.creditstream.drift;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.creditstream.drift", importOptions = DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule shouldKnowNeitherKafkaNorMeters =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.micrometer..");

  @ArchTest
  static final ArchRule shouldMeasureWithoutVerdicts =
      noClasses()
          .that()
          .resideInAnyPackage("..statistics..", "..measurement..", "..histogram..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..verdict..");

  @ArchTest
  static final ArchRule shouldHaveNoCycles =
      slices().matching("io.creditstream.drift.(*)..").should().beFreeOfCycles();
}

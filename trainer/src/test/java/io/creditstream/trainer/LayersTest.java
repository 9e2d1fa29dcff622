package io.creditstream.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.creditstream", importOptions = DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule shouldUseLightGbmToFitAndInTheModelModuleAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.creditstream.model..", "io.creditstream.trainer.fit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.metarank..", "com.microsoft.ml.lightgbm..");

  @ArchTest
  static final ArchRule shouldKnowKafkaOnlyWhereModelsArePublished =
      noClasses()
          .that()
          .resideInAPackage("io.creditstream.trainer..")
          .and()
          .resideOutsideOfPackage("io.creditstream.trainer.publish..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule shouldKnowNoSimulator =
      noClasses()
          .that()
          .resideInAPackage("io.creditstream.trainer..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.creditstream.simulator..");
}

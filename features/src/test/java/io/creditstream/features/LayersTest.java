package io.creditstream.features;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.creditstream.features", importOptions = DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule shouldKnowNeitherKafkaNorLightGbm =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "io.github.metarank..", "com.microsoft.ml.lightgbm..");

  @ArchTest
  static final ArchRule shouldNotReadFilesWhereFeaturesAreComputed =
      noClasses()
          .that()
          .resideInAnyPackage("..extraction..", "..history..", "..profile..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..dataset..", "..bundle..", "java.nio.file..");
}

package io.creditstream.model;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.creditstream", importOptions = DoNotIncludeTests.class)
class LayersTest {

  private static final String[] LIGHT_GBM = {"io.github.metarank..", "com.microsoft.ml.lightgbm.."};

  @ArchTest
  static final ArchRule shouldKnowNoKafka =
      noClasses()
          .that()
          .resideInAPackage("io.creditstream.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.creditstream.schemas.serde..");

  @ArchTest
  static final ArchRule shouldKeepLightGbmInThisModule =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.creditstream.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(LIGHT_GBM);

  @ArchTest
  static final ArchRule shouldKeepLightGbmBehindThePort =
      noClasses()
          .that()
          .resideInAPackage("io.creditstream.model..")
          .and(DescribedPredicate.not(belongTo(simpleNameStartingWith("LightGbm"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(LIGHT_GBM);
}

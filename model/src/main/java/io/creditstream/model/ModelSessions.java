package io.creditstream.model;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.model.compiled.CompiledCreditModel;
import io.creditstream.model.compiled.CompiledForest;
import io.creditstream.model.forest.UnsupportedForestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a model for threads, by one engine. Safe for use by many threads. */
sealed interface ModelSessions {

  Logger LOG = LoggerFactory.getLogger(ModelSessions.class);

  /** The engine that runs the model. */
  ModelEngine engine();

  /** The model for the use of one thread, which has to close it. */
  CreditModel open();

  /**
   * Sessions by an engine, or by LightGBM if the model cannot be compiled.
   *
   * @param lightGbm the model run by LightGBM, to hold a compiled one against
   * @throws ModelRefusedException if the compiled model differs from LightGBM
   */
  static ModelSessions of(Bundle bundle, ModelEngine engine, CreditModel lightGbm) {
    if (engine == ModelEngine.LIGHTGBM) {
      return new ByLightGbm(bundle.modelText());
    }
    try {
      Compiled compiled = new Compiled(CompiledForest.compile(bundle.modelText()));
      EngineCheck.requireSame(bundle, lightGbm, compiled.open());
      return compiled;
    } catch (UnsupportedForestException e) {
      LOG.atWarn()
          .setMessage("model not compiled, LightGBM runs it")
          .addKeyValue("version", bundle.manifest().version())
          .addKeyValue("reason", e.getMessage())
          .log();
      return new ByLightGbm(bundle.modelText());
    }
  }

  /** All threads share the forest. */
  record Compiled(CompiledForest forest) implements ModelSessions {

    @Override
    public ModelEngine engine() {
      return ModelEngine.COMPILED;
    }

    @Override
    public CreditModel open() {
      return new CompiledCreditModel(forest);
    }
  }

  /** Each thread has a model of its own, since one explains wrongly when two threads ask it. */
  record ByLightGbm(String modelText) implements ModelSessions {

    @Override
    public ModelEngine engine() {
      return ModelEngine.LIGHTGBM;
    }

    @Override
    public CreditModel open() {
      return LightGbmCreditModel.load(modelText);
    }
  }
}

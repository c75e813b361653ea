package io.casewell.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows unfit settings as a list to work through, not as a stack trace. */
final class UnfitAnalyzer extends AbstractFailureAnalyzer<RequiredSettings.Unfit> {
  @Override
  protected FailureAnalysis analyze(Throwable root, RequiredSettings.Unfit unfit) {
    return new FailureAnalysis(String.valueOf(unfit.getMessage()), null, unfit);
  }
}

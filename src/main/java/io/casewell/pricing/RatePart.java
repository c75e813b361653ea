package io.casewell.pricing;

import io.casewell.platform.ProfilePart;
import io.casewell.platform.StaffId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether somebody has said what they want to be paid. */
@Component
class RatePart implements ProfilePart {
  private final StaffRates rates;

  RatePart(StaffRates rates) {
    this.rates = rates;
  }

  @Override
  public String word() {
    return "rate";
  }

  @Override
  public Mono<Boolean> said(StaffId staff) {
    return rates.find(staff).hasElement();
  }
}

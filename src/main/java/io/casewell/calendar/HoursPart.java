package io.casewell.calendar;

import io.casewell.platform.ProfilePart;
import io.casewell.platform.StaffId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether somebody has said when they work. */
@Component
class HoursPart implements ProfilePart {
  private final WorkingHours hours;

  HoursPart(WorkingHours hours) {
    this.hours = hours;
  }

  @Override
  public String word() {
    return "hours";
  }

  @Override
  public Mono<Boolean> said(StaffId staff) {
    return hours.find(staff).map(week -> !week.rows().isEmpty()).defaultIfEmpty(false);
  }
}

package io.casewell.operations;

import io.casewell.calendar.WeeklyHours;
import io.casewell.pricing.StaffRate;
import io.casewell.talent.ImportedStaff;

/** One imported person, with what belongs to each room. */
record StaffRecord(ImportedStaff staff, WeeklyHours hours, StaffRate rate) {}

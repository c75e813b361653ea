package io.casewell.firms;

import io.casewell.platform.EmailAddress;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;

/** To whom the firm's invoices go. */
public record BillingContact(String name, String email, String phone, String address) {
  static final BillingContact NONE = new BillingContact("", "", "", "");

  /** Reads the form and notes what is wrong. */
  static BillingContact read(Form form, Problems problems) {
    var read =
        new BillingContact(
            form.text("name"), form.text("email"), form.text("phone"), form.text("address"));
    if (read.name().isEmpty() || read.name().length() > 200) {
      problems.add("name", "Give the name of a person or a desk, in at most 200 characters.");
    }
    if (EmailAddress.read(read.email()).isEmpty()) {
      problems.add("email", "Give one e-mail address, such as billing@yourfirm.example.");
    }
    if (!read.phone().matches("[0-9+(). /x-]{0,40}")) {
      problems.add("phone", "Give a phone number in digits, such as 212 555 0100, or leave it.");
    }
    if (read.address().length() > 500) {
      problems.add("address", "Give the address in at most 500 characters.");
    }
    return read;
  }
}

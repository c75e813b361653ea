package io.casewell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Casewell: where law firms find, hire and pay virtual paralegals and virtual case managers. */
@SpringBootApplication
public class Casewell {
  public static void main(String[] arguments) {
    SpringApplication.run(Casewell.class, arguments);
  }
}

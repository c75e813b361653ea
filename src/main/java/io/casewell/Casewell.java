package io.casewell;

import io.casewell.platform.RequiredSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Casewell: where law firms find, hire and pay virtual paralegals and virtual case managers. */
@SpringBootApplication
public class Casewell {
  public static void main(String[] arguments) {
    var application = new SpringApplication(Casewell.class);
    application.addListeners(new RequiredSettings());
    try {
      application.run(arguments);
    } catch (RequiredSettings.Unfit _) {
      // the list to work through was shown: see UnfitAnalyzer
      System.exit(1);
    }
  }
}

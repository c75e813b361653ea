package io.casewell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/** Keeps the house standing: each package uses packages on lower floors only. */
class ModulesTest {
  private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| (\\w+) \\|.*");

  private final ApplicationModules modules = ApplicationModules.of(Casewell.class);

  @Test
  void everyPackageKeepsToWhatItDeclares() {
    modules.verify();
  }

  @Test
  void everyDependencyLeadsToALowerFloor() throws IOException {
    var floors = floors();
    var wrong = new ArrayList<String>();
    for (var module : modules) {
      var name = module.getIdentifier().toString();
      assertThat(floors).as("the README's table lacks a package").containsKey(name);
      module
          .getDependencies(modules, DependencyDepth.IMMEDIATE)
          .uniqueModules()
          .map(used -> used.getIdentifier().toString())
          .filter(used -> floors.get(used) >= floors.get(name))
          .forEach(used -> wrong.add(name + " uses " + used));
    }
    assertThat(wrong).isEmpty();
  }

  private static Map<String, Integer> floors() throws IOException {
    var floors = new LinkedHashMap<String, Integer>();
    for (var line : Files.readAllLines(Path.of("README.md"))) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        floors.put(row.group(2), Integer.valueOf(row.group(1)));
      }
    }
    return floors;
  }
}

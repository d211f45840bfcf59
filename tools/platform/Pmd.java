import java.nio.file.Path;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;

/** Runs PMD from the libraries that npm brings: java -cp 'java-lib/*' Pmd.java RULESET REPORT FOLDER... The report is JSON. */
public class Pmd {
  public static void main(String[] args) {
    PMDConfiguration configuration = new PMDConfiguration();
    configuration.addRuleSet(args[0]);
    configuration.setReportFile(Path.of(args[1]));
    configuration.setReportFormat("json");
    configuration.setIgnoreIncrementalAnalysis(true);
    for (int i = 2; i < args.length; i++) configuration.addInputPath(Path.of(args[i]));
    try (PmdAnalysis analysis = PmdAnalysis.create(configuration)) {
      analysis.performAnalysis();
      if (analysis.getReporter().numErrors() > 0) System.exit(4);
    }
  }
}

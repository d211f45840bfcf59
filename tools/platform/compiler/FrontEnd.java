import apex.jorje.semantic.ast.visitor.AdditionalPassScope;
import apex.jorje.semantic.ast.visitor.AstVisitor;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.ValidationSettings;
import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.services.Version;
import apex.jorje.services.exception.CompilationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Salesforce's Apex compiler front end over sources in memory: java FrontEnd SYMBOLS SOURCES. SOURCES is a file with a path on each line.
 * Prints a line for each file, `file`, and one for each message: `error`, path, line, column and text, with tabs between them.
 */
public class FrontEnd {
  public static void main(String[] args) throws IOException {
    Symbols symbols = new Symbols(Path.of(args[0]));
    Map<SourceFile, String> paths = new LinkedHashMap<>();
    for (String path : Files.readAllLines(Path.of(args[1]))) paths.put(source(Files.readString(Path.of(path)), Namespaces.EMPTY, false), path);
    ApexCompiler compiler =
        ApexCompiler.builder()
            .setInput(
                new CompilationInput(
                    new ArrayList<>(paths.keySet()),
                    symbols,
                    new Org(),
                    new Queries(),
                    new AstVisitor<AdditionalPassScope>() {},
                    NoopCompilerProgressCallback.get()))
            .setValidationSettings(
                ValidationSettings.builder()
                    .setValidationBehavior(ValidationSettings.ValidationBehavior.COLLECT_MULTIPLE_ERRORS)
                    .build())
            .build();
    symbols.attachTo(compiler);
    for (CodeUnit unit : compiler.compile(CompilerStage.VALIDATE)) {
      String path = paths.get(unit.getSourceFile());
      if (path == null) continue; // a type of the platform
      System.out.println("file\t" + path);
      for (CompilationException error : unit.getErrors().get()) print(path, error);
    }
  }

  private static void print(String path, CompilationException error) {
    List<Object> parts = List.of("error", path, error.getLoc().getLine(), error.getLoc().getColumn(), error.getError().replaceAll("\\s+", " "));
    System.out.println(String.join("\t", parts.stream().map(String::valueOf).toList()));
  }

  /** Sources of the platform are trusted: they may have what a developer's may not. */
  static SourceFile source(String body, Namespace namespace, boolean trusted) {
    return new SourceFile.Builder()
        .setBody(body)
        .setNamespace(namespace)
        .setVersion(Version.CURRENT)
        .setTrusted(trusted)
        .setMocked(trusted)
        .setFileBased(true)
        .build();
  }
}

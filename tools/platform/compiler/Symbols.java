import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.sfdc.SymbolProvider;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.TypeInfo;
import java.io.IOException;
import java.nio.file.Path;

/** What the compiler finds in an org besides the sources: types of the platform and objects. Labels are fields of System.Label's source. */
class Symbols implements SymbolProvider {
  private final PlatformTypes types;
  private final ObjectTypes objects;

  Symbols(Path folder) throws IOException {
    types = new PlatformTypes(folder.resolve("types.tsv"));
    objects = new ObjectTypes(folder.resolve("objects.tsv"), types);
  }

  void attachTo(ApexCompiler compiler) {
    types.attachTo(compiler);
  }

  @Override
  public TypeInfo find(SymbolResolver resolver, TypeInfo from, String bytecodeName) {
    return types.find(resolver, bytecodeName);
  }

  @Override
  public TypeInfo getSObjectType(TypeInfo from, String name) {
    return objects.find(name);
  }

  @Override
  public TypeInfo getAggregateResultType(TypeInfo from) {
    return objects.find("AggregateResult");
  }

  @Override
  public TypeInfo getVfComponentType(SymbolResolver resolver, TypeInfo from, Namespace namespace, String name) {
    return null;
  }

  @Override
  public TypeInfo getFlowInterviewType(SymbolResolver resolver, TypeInfo from, Namespace namespace, String name) {
    return null;
  }

  @Override
  public String getPageReference(TypeInfo from, String name) {
    return null;
  }

  @Override
  public boolean hasLabelField(TypeInfo from, Namespace namespace, String name) {
    return false;
  }

  @Override
  public String getQuickAction(TypeInfo from, String object, String name) {
    return null;
  }

  @Override
  public boolean isDynamicTypeNamespace(String namespace) {
    return false;
  }

  @Override
  public boolean isDynamicTypeNamespace(String namespace, String name) {
    return false;
  }
}

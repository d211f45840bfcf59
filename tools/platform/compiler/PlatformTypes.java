import apex.common.base.Initializer;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.member.method.MethodInfo;
import apex.jorje.semantic.symbol.member.method.MethodTable;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfo;
import apex.jorje.semantic.symbol.member.method.StandardMethodTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.AbstractTypeInfo;
import apex.jorje.semantic.symbol.type.InternalTypeInfos;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The platform's types out of `types.tsv`: namespace, name and Apex source of each, compiled when it is first asked for. */
class PlatformTypes {
  /** Ends a method's name that is a reserved word, `insert` for one, so that the source can declare it. */
  private static final String RESERVED_NAME = "__reserved";

  private record Source(String namespace, String name, String body) {}

  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, TypeInfo> found = new HashMap<>();
  /** Names by which the compiler itself knows some types of the platform, where they are not `Namespace/Type`. */
  private final Map<String, String> ownNames = new HashMap<>();
  private ApexCompiler compiler;

  PlatformTypes(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t", 3);
      sources.put((parts[0] + "." + parts[1]).toLowerCase(), new Source(parts[0], parts[1], parts[2]));
    }
    for (Field field : InternalTypeInfos.class.getFields()) {
      TypeInfo type = valueOf(field);
      if (type.getBytecodeName().startsWith("com/salesforce/api/")) ownNames.put(qualified(type.getApexName()), type.getBytecodeName());
    }
  }

  private static String qualified(String name) {
    return (name.contains(".") ? name : "System." + name).toLowerCase();
  }

  private static TypeInfo valueOf(Field field) {
    try {
      return (TypeInfo) field.get(null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void attachTo(ApexCompiler compiler) {
    this.compiler = compiler;
  }

  /** By the compiler's name of it: `System/Http`, `com/salesforce/api/Schema/SObjectField`. Null when there is no such type. */
  TypeInfo find(SymbolResolver resolver, String bytecodeName) {
    String name = qualified(bytecodeName.replaceFirst("^com/salesforce/api/", "").replace('/', '.'));
    if (name.equals("system.exception")) return TypeInfos.EXCEPTION;
    if (found.containsKey(name)) return found.get(name);
    int inner = name.indexOf('$');
    if (inner >= 0) return find(resolver, name.substring(0, inner)) == null ? null : resolver.get(name.replace('.', '/'));
    Source source = sources.get(name);
    if (source == null) return null;
    found.put(name, null); // while it is compiled, what it refers to may ask for it
    TypeInfo type = compiler.attachSource(resolver, FrontEnd.source(source.body(), Namespaces.create(source.namespace()), true), source.name());
    if (source.body().contains(RESERVED_NAME)) type = withReservedNames(source.namespace() + "." + source.name(), type);
    rename(name, type);
    found.put(name, type);
    return type;
  }

  /** The compiler compares types by this name, so that a source under another one would not be the type that its own tables mean. */
  private void rename(String name, TypeInfo type) {
    String ownName = ownNames.get(name);
    if (ownName == null) return;
    try {
      Field field = AbstractTypeInfo.class.getDeclaredField("bytecodeName");
      field.setAccessible(true);
      field.set(type, ownName);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("This version of the front end keeps its types differently", changed);
    }
  }

  /** The type of a source that could not give its methods their names. Its methods are asked for when the source is done. */
  private static TypeInfo withReservedNames(String apexName, TypeInfo source) {
    return StandardTypeInfoImpl.builder()
        .setNamespace(source.getNamespace())
        .setApexName(apexName)
        .setBytecodeName(apexName.replace('.', '/'))
        .setUnitType(source.getUnitType())
        .setBasicType(source.getBasicType())
        .setModifiers(source.getModifiers())
        .setParents(source.parents())
        .setFields(source.fields())
        .setVirtualMethods(source.virtualMethods())
        .setMethods((Initializer<MethodTable, TypeInfo>) self -> renamed(source.methods(), self))
        .setCodeUnitDetails(source.getCodeUnitDetails())
        .buildResolved();
  }

  private static MethodTable renamed(MethodTable methods, TypeInfo type) {
    MethodTable renamed = new StandardMethodTable();
    for (MethodInfo method : methods.all())
      renamed.addDuplicatesAllowed(
          StandardMethodInfo.builder()
              .setName(method.getName().replace(RESERVED_NAME, ""))
              .setDefiningType(type)
              .setModifiers(method.getModifiers())
              .setReturnType(method.getReturnType())
              .setNamedParameterTypes(method.getParameterTypes())
              .setConstructor(method.isConstructor())
              .build());
    return renamed.resolve();
  }
}

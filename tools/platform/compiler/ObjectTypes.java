import apex.common.base.Initializer;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.bcl.DmlOperation;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.member.variable.StandardFieldInfo;
import apex.jorje.semantic.symbol.member.variable.StandardFieldTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.SObjectMetadata;
import apex.jorje.semantic.symbol.type.SObjectMetadata.CustomEntitySObjectType;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The org's objects out of `objects.tsv`. Lines: `object`, name and kind; after it for each of its members `field`, `parent` or
 * `children`, name and type (of a parent or of children: the object, nothing when there are several).
 */
class ObjectTypes {
  private static final Map<String, TypeInfo> SCALARS =
      Map.of(
          "Id", TypeInfos.ID,
          "String", TypeInfos.STRING,
          "Boolean", TypeInfos.BOOLEAN,
          "Integer", TypeInfos.INTEGER,
          "Decimal", TypeInfos.DECIMAL,
          "Date", TypeInfos.DATE,
          "Datetime", TypeInfos.DATE_TIME,
          "Time", TypeInfos.TIME,
          "Blob", TypeInfos.BLOB,
          "Object", TypeInfos.OBJECT);

  private record Member(String kind, String name, String type) {}

  private record Described(String name, CustomEntitySObjectType kind, List<Member> members) {}

  private final Map<String, Described> described = new HashMap<>();
  private final Map<String, TypeInfo> found = new HashMap<>();
  private final PlatformTypes platform;

  ObjectTypes(Path file, PlatformTypes platform) throws IOException {
    this.platform = platform;
    Described current = null;
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t", -1);
      if (parts[0].equals("object")) {
        current = new Described(parts[1], CustomEntitySObjectType.valueOf(parts[2]), new ArrayList<>());
        described.put(parts[1].toLowerCase(), current);
      } else current.members().add(new Member(parts[0], parts[1], parts[2]));
    }
  }

  TypeInfo find(String name) {
    String key = name.toLowerCase();
    Described object = described.get(key);
    if (object == null) return null;
    TypeInfo known = found.get(key);
    if (known != null) return known;
    SObjectTypeInfo type =
        SObjectTypeInfo.builder()
            .setApexName(object.name())
            .setBytecodeName(object.name())
            .setNamespace(Namespaces.EMPTY)
            .setMetadata(metadata(object))
            .setFields((Initializer<FieldTable, TypeInfo>) self -> fields(object, self))
            .buildResolved();
    found.put(key, type);
    return type;
  }

  private static SObjectMetadata metadata(Described object) {
    return SObjectMetadata.builder()
        .setSupportedDml(DmlOperation.ALL)
        .setCustomEntitySObjectType(object.kind())
        .setEditable(true)
        .setTriggerable(true)
        .setLookupFieldPredicate((field, from) -> true)
        .setAccessibleWhenUntrustedCalculator(from -> true)
        .build();
  }

  private FieldTable fields(Described object, TypeInfo self) {
    FieldTable fields = new Fields(self);
    for (Member member : object.members()) fields.add(field(member, self));
    return fields;
  }

  private FieldInfo field(Member member, TypeInfo self) {
    SObjectFieldInfo.Builder builder = SObjectFieldInfo.builder();
    builder.setName(member.name());
    builder.setDefiningType(self);
    builder.setModifiers(ModifierGroups.ONLY_GLOBAL);
    switch (member.kind()) {
      case "field" -> builder.setType(SCALARS.get(member.type())).setColumnInfo(true).setCategory(SObjectFieldInfo.Category.REGULAR);
      case "parent" -> builder.setType(recordOr(member.type())).setColumnInfo(false).setCategory(SObjectFieldInfo.Category.FOREIGN_KEY);
      case "children" ->
          builder
              .setType(GenericTypeInfoFactory.createList(recordOr(member.type())))
              .setColumnInfo(false)
              .setCategory(SObjectFieldInfo.Category.AGGREGATE);
      default -> throw new IllegalArgumentException(member.kind());
    }
    return builder.build();
  }

  private TypeInfo recordOr(String object) {
    TypeInfo type = object.isEmpty() ? null : find(object);
    return type == null ? TypeInfos.SOBJECT : type;
  }

  /** `Account.Name` and `Account.SObjectType` stand for tokens where no record is meant. */
  private class Fields extends StandardFieldTable {
    private final TypeInfo object;

    Fields(TypeInfo object) {
      this.object = object;
    }

    @Override
    public FieldInfo get(SymbolResolver resolver, TypeInfo from, String name, LookupMode mode) {
      if (mode.areStaticsFirst()) {
        boolean isType = name.equalsIgnoreCase("SObjectType");
        if (isType || all().stream().anyMatch(field -> field.getName().equalsIgnoreCase(name))) return token(resolver, name, isType);
      }
      return super.get(resolver, from, name, mode);
    }

    private FieldInfo token(SymbolResolver resolver, String name, boolean isType) {
      return StandardFieldInfo.builder()
          .setName(name)
          .setType(platform.find(resolver, isType ? "Schema/SObjectType" : "Schema/SObjectField"))
          .setDefiningType(object)
          .setModifiers(ModifierGroups.GLOBAL_STATIC)
          .build();
    }
  }
}

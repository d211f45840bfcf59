import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.sfdc.PlaceholderOrgPerm;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import java.util.Set;

/** What an org answers when the compiler asks what may be used there: everything. Questions of licences are not the compiler's. */
class Org extends TestAccessEvaluator {
  private static final Set<String> RESERVED = Set.of("system", "schema", "database", "apexpages", "messaging", "connectapi");

  @Override
  public boolean hasPermission(PlaceholderOrgPerm permission) {
    return true;
  }

  @Override
  public boolean hasPermissionForPermGuard(Namespace namespace, String guard) {
    return true;
  }

  @Override
  public boolean isReservedNamespace(Namespace namespace) {
    return RESERVED.contains(String.valueOf(namespace).toLowerCase());
  }

  @Override
  public boolean isReservedNamespace(Namespace namespace, boolean caseSensitive) {
    return isReservedNamespace(namespace);
  }

  @Override
  public boolean isAccessibleSystemNamespace(Namespace namespace) {
    return true;
  }

  @Override
  public boolean isSetupEntityVisibleToType(SObjectTypeInfo object, TypeInfo from) {
    return true;
  }

  @Override
  public boolean isRunningTests() {
    return true;
  }

  @Override
  public boolean isReallyRunningTests() {
    return false;
  }
}

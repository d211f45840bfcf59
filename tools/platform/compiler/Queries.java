import apex.jorje.semantic.ast.expression.SoqlExpression;
import apex.jorje.semantic.ast.expression.SoslExpression;
import apex.jorje.semantic.ast.visitor.ValidationScope;
import apex.jorje.semantic.compiler.sfdc.QueryValidator;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;

/** The front end leaves the fields of a query to the org's query engine; here every query is taken as it is written. */
class Queries implements QueryValidator {
  @Override
  public String validateSoql(SymbolResolver resolver, ValidationScope scope, SoqlExpression query) {
    return query.getCanonicalQuery();
  }

  @Override
  public String validateSosl(SymbolResolver resolver, ValidationScope scope, SoslExpression query) {
    return query.getCanonicalQuery();
  }
}

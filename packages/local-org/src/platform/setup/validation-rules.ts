import { UnsupportedError } from '../../kernel/exceptions';
import { compileFormula, FormulaError } from '../formula';
import { report, type Deployment } from './context';

/** Reports rules that a deployment would refuse. A rule that only the local org cannot evaluate fails where a record is saved. */
export function checkValidationRules(deployment: Deployment): void {
  for (const object of deployment.schema.objects) {
    for (const rule of object.validationRules) {
      try {
        compileFormula(rule.formula, object, deployment.schema);
      } catch (error) {
        if (error instanceof FormulaError)
          report(deployment, `objects/${object.name}/validationRules/${rule.name}`, `Error: ${error.message}`);
        else if (!(error instanceof UnsupportedError)) throw error;
      }
    }
  }
}

import type { ClassInfo, CompiledProgram, MethodInfo } from '../apex/port';

export interface TestClass {
  readonly info: ClassInfo;
  readonly setup: readonly MethodInfo[];
  readonly methods: readonly MethodInfo[];
  /** Null, or why the local org cannot run this class's tests. */
  readonly unsupported: string | null;
}

/** Test classes and methods of a program, in name order; `only` picks `Class` or `Class.method`, case-insensitive. */
export function discoverTests(program: CompiledProgram, only: readonly string[] | undefined): TestClass[] {
  return program.classes
    .filter((info) => info.isTest && info.kind === 'class')
    .map((info) => ({
      info,
      setup: info.methods.filter((method) => has(method, 'testsetup')),
      methods: info.methods.filter((method) => isTestMethod(method) && isWanted(only, info.name, method.name)),
      unsupported: seesAllData(info) ? '@IsTest(SeeAllData=true)' : null,
    }))
    .filter((one) => one.methods.length > 0)
    .sort((a, b) => (a.info.name < b.info.name ? -1 : 1));
}

/** Whether `only` picks this test; it picks everything when it is absent. */
export function isWanted(only: readonly string[] | undefined, className: string, method: string): boolean {
  if (!only) return true;
  const names = [className, `${className}.${method}`].map((name) => name.toLowerCase());
  return only.some((one) => names.includes(one.toLowerCase()));
}

function isTestMethod(method: MethodInfo): boolean {
  return method.isStatic && (has(method, 'istest') || has(method, 'testmethod'));
}

function has(method: MethodInfo, annotation: string): boolean {
  return method.annotations.some((one) => one.name === annotation);
}

function seesAllData(info: ClassInfo): boolean {
  const all = [...info.annotations, ...info.methods.flatMap((method) => method.annotations)];
  return all.some((one) => one.name === 'istest' && one.parameters['seealldata']?.toLowerCase() === 'true');
}

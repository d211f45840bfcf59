import { describe, expect, it } from 'vitest';
import type { ApexException } from '../../../src/kernel/exceptions';
import { classes, compiled, running } from '../support';
import { NPE, run, thrown } from './body';

describe('exceptions', () => {
  const members = `public class MyException extends Exception {} public virtual class BaseException extends Exception { public Integer code; public BaseException(Integer c) { this('code ' + c); code = c; } }
    public class SubException extends BaseException { public SubException() { super(7); } }`;

  it('catches by type, first match, and runs finally', () => {
    expect(
      run(
        "String s = ''; try { throw new MyException('x'); } catch (DmlException e) { s += 'dml'; } catch (MyException e) { s += e.getMessage(); } finally { s += '!'; } return s;",
        members,
      ),
    ).toBe('x!');
    expect(
      run('try { throw new SubException(); } catch (BaseException e) { return e.getMessage() + e.code + e.getTypeName(); }', members),
    ).toBe('code 77T.SubException');
    expect(run('try { throw new MyException(); } catch (Exception e) { return e.getMessage(); }', members)).toBe('Script-thrown exception');
    expect(
      run(
        "try { throw new MyException('a', new DmlException('b')); } catch (Exception e) { return e.getCause().getMessage() + e.getCause().getTypeName(); }",
        members,
      ),
    ).toBe('bSystem.DmlException');
    expect(run("try { Object o = 'a'; Integer i = (Integer) o; return i; } catch (TypeException e) { return e.getMessage(); }")).toBe(
      'Invalid conversion from runtime type String to Integer',
    );
    expect(run('try { return 1; } finally { return 2; }')).toBe(2);
    expect(run('try { Integer i = 1 / 0; return i; } catch (MathException e) { return 3; }')).toBe(3);
  });

  it('asks overriding exceptions for their message', () => {
    const own = `public class LoudException extends Exception { public override String getMessage() { return super.getMessage() + '!'; } }`;
    expect(run("try { throw new LoudException('x'); } catch (Exception e) { return e.getMessage(); }", own)).toBe('x!');
  });

  it('lets what cannot be caught pass catch and finally', () => {
    const body =
      'static Integer ran = 0; static void loopForEver() { loopForEver(); } static void attempt() { try { loopForEver(); } catch (Exception e) { ran++; } finally { ran += 10; } }';
    const program = running(
      compiled(classes(`public class T { ${body} public static Integer count() { return ran; } public static void go() { attempt(); } }`)),
    );
    expect(() => program.call('T.go')).toThrow('Maximum stack depth reached: 1001');
    expect(program.call('T.count')).toBe(0);
  });

  it('says where, in Apex lines', () => {
    const source = `public class T {
  public class MyException extends Exception {}
  static Integer zero = 0;
  public Integer divide(Integer divisor) {
    return 10 /
      divisor;
  }
  public static void m() {
    Integer a = 1;
    new T()
      .divide(zero);
  }
  public static String caught() {
    try {
      throw new MyException('x');
    } catch (Exception e) {
      return e.getStackTraceString() + '|' + e.getLineNumber();
    }
  }
}`;
    const program = running(compiled(classes(source)));
    let trace: string | null = null;
    try {
      program.call('T.m');
    } catch (error) {
      trace = (error as ApexException).apexStack;
    }
    expect(trace).toBe('Class.T.divide: line 5, column 1\nClass.T.m: line 11, column 1');
    expect(program.call('T.caught')).toBe('Class.T.caught: line 15, column 1|15');
  });

  it('takes the body of runAs for a part of its method', () => {
    const source =
      'public class T {\n  static void fail() {\n    throw new DmlException();\n  }\n  public static String m() {\n    try {\n      System.runAs(new User()) {\n        fail();\n      }\n    } catch (Exception e) {\n      return e.getStackTraceString();\n    }\n    return null;\n  }\n}';
    expect(running(compiled(classes(source))).call('T.m')).toBe('Class.T.fail: line 3, column 1\nClass.T.m: line 8, column 1');
  });

  it('throws null as the platform does', () => {
    expect(thrown('Exception e; throw e;'.replace('throw e;', 'if (true) throw e;'))).toBe(NPE);
  });
});

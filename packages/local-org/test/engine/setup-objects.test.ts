import { describe, expect, it } from 'vitest';
import { orgOf } from './project';

const CODE = `public class Code {
  public static String permissions() {
    UserPermissionAccess mine = [
      SELECT Id, PermissionsManageUsers, PermissionsViewSetup, PermissionsInstallMultiforce
      FROM UserPermissionAccess
      LIMIT 1
    ];
    return mine.PermissionsManageUsers + ' ' + mine.PermissionsViewSetup + ' ' + mine.PermissionsInstallMultiforce;
  }
  public static Integer rows() {
    return [SELECT COUNT() FROM UserPermissionAccess WHERE PermissionsViewSetup = TRUE];
  }
  public static String implementors(String name) {
    List<String> lines = new List<String>();
    for (ApexTypeImplementor one : [
      SELECT ClassName, IsConcrete, InterfaceNamespacePrefix, ApexClass.Name, InterfaceApexClass.Name
      FROM ApexTypeImplementor
      WHERE InterfaceName = :name
      ORDER BY ClassName
    ]) {
      lines.add(one.ClassName + ' ' + one.IsConcrete + ' ' + one.InterfaceNamespacePrefix + ' ' + one.ApexClass.Name + ' ' + one.InterfaceApexClass?.Name);
    }
    return String.join(lines, ', ');
  }
}`;

describe('setup objects in Apex', () => {
  const classes = {
    Code: CODE,
    Shape: 'public interface Shape { void draw(); }',
    Round: 'public abstract class Round implements Shape { }',
    Circle: `public class Circle extends Round {
      public void draw() {}
      public class Job implements Queueable { public void execute(QueueableContext context) {} }
      private class Hidden implements Shape { public void draw() {} }
    }`,
    Connector: `public class Connector extends UserProvisioning.UserProvisioningPlugin {
      public override Process.PluginResult invoke(Process.PluginRequest request) { return null; }
    }`,
  };
  const { call } = orgOf({ classes });

  // Object Reference, UserPermissionAccess.
  it('show the running user the own system permissions, in one row', () => {
    expect(call('Code.permissions')).toBe('true true true');
    expect(call('Code.permissions', [], 'standard')).toBe('false true false');
    expect(call('Code.rows', [], 'standard')).toBe(1);
  });

  // Object Reference, ApexTypeImplementor.
  it('list the public classes that implement an interface, directly or not', () => {
    expect(call('Code.implementors', ['Shape'])).toBe('Circle true null Circle Shape, Round false null Round Shape');
    expect(call('Code.implementors', ['Plugin'])).toBe('Connector true Process Connector null');
    expect(call('Code.implementors', ['Queueable'])).toBe('Circle.Job true System Circle null');
  });
});

import { describe, expect, it } from 'vitest';
import { orgOf } from './project';

const CODE = `public class Code {
  public static void log(Boolean fail) {
    UserProvisioningRequest request = [SELECT Id FROM UserProvisioningRequest];
    UserProvisioning.UserProvisioningLog.log(request.Id, 'first');
    UserProvisioning.UserProvisioningLog.log(request.Id, '201', 'x'.repeat(5000));
    if (fail) throw new IllegalArgumentException('stop');
  }
  public static String lines() {
    List<String> lines = new List<String>();
    for (UserProvisioningLog line : [SELECT Name, Status, Details FROM UserProvisioningLog ORDER BY Name]) {
      lines.add(line.Name + ' ' + line.Status + ' ' + line.Details.length());
    }
    return String.join(lines, ', ');
  }
  public static void request() {
    insert new UserProvisioningRequest(Operation = 'Create', State = 'New', ApprovalStatus = 'NotRequired');
  }
  public static String app() {
    return UserProvisioning.ConnectorTestUtil.createConnectedApp('x').Name;
  }
  public static void wrong() {
    UserProvisioning.UserProvisioningLog.log('nobody', 'x');
  }
}`;

const USES_IT = 'public class Uses { public static Integer count() { return [SELECT COUNT() FROM UserProvisioningRequest]; } }';

describe('user provisioning in Apex', () => {
  it('writes its log at the end of the transaction, cut to what fits, and not that of one that fails', () => {
    const { call } = orgOf({ classes: { Code: CODE }, org: { features: ['UserProvisioning'] } });
    call('Code.request');
    expect(() => call('Code.log', [true])).toThrow('stop');
    expect(call('Code.lines')).toBe('');
    call('Code.log', [false]);
    expect(call('Code.lines')).toBe('UPL-000001 null 5, UPL-000002 201 4000');
  });

  it('refuses a log of what is no id, and test apps outside tests', () => {
    const { call } = orgOf({ classes: { Code: CODE }, org: { features: ['UserProvisioning'] } });
    expect(() => call('Code.wrong')).toThrow('Invalid id: nobody');
    expect(() => call('Code.app')).toThrow('Connected apps can be created only in Apex tests');
  });

  it('does not compile in an org without it', () => {
    expect(() => orgOf({ classes: { Uses: USES_IT } })).toThrow("sObject type 'UserProvisioningRequest' is not supported");
  });
});

trigger ProtectProvisionedUser on User(before insert, before update) {
  ProvisioningWriteProtection.requireServiceForKeys(Trigger.new, Trigger.oldMap);
  if (Trigger.isUpdate) {
    ProvisioningWriteProtection.forgetLockouts(Trigger.new, Trigger.oldMap);
  }
}

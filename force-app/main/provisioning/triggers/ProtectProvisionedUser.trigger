trigger ProtectProvisionedUser on User(before insert, before update) {
  ProvisioningWriteProtection.requireServiceForKeys(Trigger.new, Trigger.oldMap);
}

trigger ProtectProvisionedUser on User(before insert, before update) {
  WriteProtection.requireServiceForKeys(Trigger.new, Trigger.oldMap);
}

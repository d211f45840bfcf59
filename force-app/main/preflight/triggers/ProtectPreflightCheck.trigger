trigger ProtectPreflightCheck on PreflightCheck__c(before insert, before update, before delete, after undelete) {
  WriteProtection.requireService(Trigger.isDelete ? Trigger.old : Trigger.new);
}

trigger ProtectEmployeeLink on EmployeeLink__c(before insert, before update, before delete, after undelete) {
  ProvisioningWriteProtection.requireService(Trigger.isDelete ? Trigger.old : Trigger.new);
}

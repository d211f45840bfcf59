trigger ProtectEmployeeDeletion on EmployeeDeletion__c(before insert, before update, before delete, after undelete) {
  ProvisioningWriteProtection.requireService(Trigger.isDelete ? Trigger.old : Trigger.new);
}

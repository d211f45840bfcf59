trigger ProvisionEmployee on Employee__c(after insert, after update) {
  EmployeeTriggers.afterSave('Employee', Trigger.new, Trigger.oldMap);
}

trigger ProvisionEmployee2 on Employee2(after insert, after update) {
  EmployeeTriggers.afterSave('Employee2', Trigger.new, Trigger.oldMap);
}

trigger StartProvisioning on ProvisioningStart__e(after insert) {
  new StartEvents().receive(Trigger.new);
}

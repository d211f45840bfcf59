trigger StartProvisioning on ProvisioningStart__e(after insert) {
  new ProvisioningStartEvents().receive(Trigger.new);
}

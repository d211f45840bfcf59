trigger NoteAppSending on AppSending__e(after insert) {
  new AppSendingEvents().receive(Trigger.new);
}

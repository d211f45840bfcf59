trigger BookTrigger on Book__c(before insert, before update) {
  for (Book__c book : Trigger.new) {
    if (book.Name == 'Refuse') {
      book.addError('Refused by the library');
    }
    if (book.Name == 'Refuse pages') {
      book.addError('Pages__c', 'No pages');
    }
    if (book.Name == 'Explode') {
      throw new IllegalArgumentException('Boom');
    }
  }
}

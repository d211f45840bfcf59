import { ApexList } from '../kernel/collections';
import { compareApex } from '../kernel/equality';
import { need } from '../kernel/fail';
import { toNumber, type ApexNumber } from '../kernel/decimals';
import { ApexDouble } from '../kernel/values';
import { Bean, beanMembers, readable } from './bean';
import { members, merge, type Theme } from './registry';

/** A platform type that only holds what it is given. */
const holder = (type: string, properties: readonly string[]): Theme =>
  merge(beanMembers(type, properties), members(type, { '<init>/0': () => new Bean(type) }));

const inboundEmail: Theme = merge(
  holder('Messaging.InboundEmail', [
    'authenticationResults', 'binaryAttachments', 'ccAddresses', 'fromAddress', 'fromName', 'headers', 'htmlBody', 'htmlBodyIsTruncated', 'inReplyTo',
    'messageId', 'plainTextBody', 'plainTextBodyIsTruncated', 'references', 'replyTo', 'subject', 'textAttachments', 'toAddresses',
  ]), // prettier-ignore
  holder('Messaging.InboundEmail.BinaryAttachment', ['body', 'fileName', 'headers', 'mimeTypeSubType']),
  holder('Messaging.InboundEmail.TextAttachment', ['body', 'bodyIsTruncated', 'charset', 'fileName', 'headers', 'mimeTypeSubType']),
  holder('Messaging.InboundEmail.Header', ['name', 'value']),
  holder('Messaging.InboundEnvelope', ['fromAddress', 'toAddress']),
  holder('Messaging.InboundEmailResult', ['message', 'success']),
);

const location: Theme = members('System.Location', {
  'newInstance/2': (latitude: ApexNumber, longitude: ApexNumber) =>
    new Bean('System.Location', {
      latitude: new ApexDouble(toNumber(need(latitude))),
      longitude: new ApexDouble(toNumber(need(longitude))),
    }),
  ...readable<Bean>({ latitude: (bean) => bean.get('latitude'), longitude: (bean) => bean.get('longitude') }),
});

const ROW = 'VisualEditor.DataRow';
const row = (label: string, value: unknown, selected = false): Bean => new Bean(ROW, { label, value, selected });
const rowsOf = (bean: Bean): ApexList<Bean> => bean.get('rows');

/** Rows of a picklist in the Lightning App Builder. */
const visualEditor: Theme = merge(
  members(ROW, {
    '<init>/2,3': row,
    'getLabel/0': (bean: Bean) => bean.get('label'),
    'getValue/0': (bean: Bean) => bean.get('value'),
    'isSelected/0': (bean: Bean) => bean.get('selected'),
  }),
  members('VisualEditor.DynamicPickListRows', {
    '<init>/0,1,2': (rows?: ApexList<Bean>, all = true) =>
      new Bean('VisualEditor.DynamicPickListRows', { rows: ApexList.ofType(ROW, [...(rows?.items ?? [])]), all }),
    'addRow/1': (bean: Bean, added: Bean) => void rowsOf(bean).items.push(need(added)),
    'addAllRows/1': (bean: Bean, added: ApexList<Bean>) => void rowsOf(bean).items.push(...need(added).items),
    'get/1': (bean: Bean, index: number) => rowsOf(bean).items[index] ?? null,
    'getDataRows/0': rowsOf,
    'size/0': (bean: Bean) => rowsOf(bean).items.length,
    'containsAllRows/0': (bean: Bean) => bean.get('all'),
    'setContainsAllRows/1': (bean: Bean, all: boolean) => bean.set('all', all),
    'sort/0': (bean: Bean) => void rowsOf(bean).items.sort((a, b) => compareApex(a.get('label'), b.get('label'))),
  }),
);

const OPTION = 'System.SelectOption';
const selectOption: Theme = merge(
  beanMembers(OPTION, ['Value', 'Label', 'Disabled', 'EscapeItem'], { getters: true, setters: true }),
  members(OPTION, {
    '<init>/2,3': (value: string, label: string, disabled = false) =>
      new Bean(OPTION, { Value: need(value), Label: need(label), Disabled: disabled, EscapeItem: true }),
  }),
);

/** Platform types without behaviour. */
export const plainObjects: Theme = merge(inboundEmail, location, visualEditor, selectOption);

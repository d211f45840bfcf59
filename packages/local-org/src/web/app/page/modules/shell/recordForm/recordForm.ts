import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from '../../lightning/platformShowToastEvent/platformShowToastEvent';
import { changesOf, formSections, type FormField, type FormSection, type InputKind } from '../../../runtime/form';
import { patchJson, postJson, type CallError, type ServerError } from '../../../runtime/http';
import type { ObjectDescribe, RecordData } from '../../../runtime/model';
import { describe, sobjectUrl } from '../../../runtime/records';
import { pages } from '../../../runtime/org-pages';
import { filled, texts } from '../../../runtime/texts';

type InputElement = HTMLElement & { setCustomValidity(text: string): void; reportValidity(): boolean; focus(): void };

interface ShownInput extends FormField {
  readonly value: string | boolean;
  readonly checked: boolean;
  readonly isText: boolean;
  readonly isCheckbox: boolean;
  readonly isTextarea: boolean;
  readonly isPicklist: boolean;
  readonly isLookup: boolean;
  readonly linkedName: string;
}

/** Makes or changes a record of any object with the save of REST: what is wrong with a field stands at the field. */
export default class RecordForm extends LightningElement {
  readonly texts = texts();
  @api heading = '';
  /** The record to change; null for a new one. */
  @api record: RecordData | null = null;
  /** Names of the records that it refers to, by id. */
  @api names: ReadonlyMap<string, { readonly name: string }> = new Map();
  private object = '';
  private about: ObjectDescribe | undefined;
  private values: ReadonlyMap<string, string | boolean> = new Map();
  private wantsFocus = true;
  busy = false;
  problems: readonly string[] = [];

  @api
  get sobject(): string {
    return this.object;
  }
  set sobject(value: string) {
    this.object = value;
    void this.load(value);
  }

  connectedCallback(): void {
    window.addEventListener('beforeunload', this.handleUnload);
  }
  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.handleUnload);
  }
  renderedCallback(): void {
    if (!this.wantsFocus || !this.about) return;
    this.wantsFocus = false;
    this.inputs()[0]?.focus();
  }

  get ready(): boolean {
    return this.about !== undefined;
  }
  get hasProblems(): boolean {
    return this.problems.length > 0;
  }
  get hasFields(): boolean {
    return this.sections.length > 0;
  }
  get isReadOnly(): boolean {
    return !this.hasFields;
  }
  get sections(): readonly (FormSection & { readonly fields: readonly ShownInput[] })[] {
    if (!this.about) return [];
    return this.plan().map((section) => ({ ...section, fields: section.fields.map((field) => this.shown(field)) }));
  }

  handleChange(event: CustomEvent<{ value: string; checked?: boolean }>): void {
    const target = event.target as InputElement;
    const { name = '' } = target.dataset;
    const kind = this.fields().find((field) => field.name === name)?.kind;
    this.values = new Map([...this.values, [name, kind === 'checkbox' ? event.detail.checked === true : event.detail.value]]);
    target.setCustomValidity('');
  }
  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async handleSave(event: Event): Promise<void> {
    event.preventDefault();
    const { about } = this;
    if (!about || this.busy) return;
    this.problems = [];
    const wrong = this.inputs().filter((input) => !input.reportValidity());
    if (wrong[0]) {
      wrong[0].focus();
      return;
    }
    this.busy = true;
    try {
      const id = await this.save();
      this.values = new Map();
      this.dispatchEvent(new ShowToastEvent({ title: filled(texts().wasSaved, about.label), variant: 'success' }));
      this.dispatchEvent(new CustomEvent('saved', { detail: id }));
    } catch (error) {
      this.tell((error as CallError).all ?? [{ message: (error as Error).message }]);
    } finally {
      this.busy = false;
    }
  }

  private readonly handleUnload = (event: BeforeUnloadEvent): void => {
    if (Object.keys(changesOf(this.fields(), this.values, this.record)).length > 0) event.preventDefault();
  };

  private async load(object: string): Promise<void> {
    try {
      const about = await describe(object);
      if (object === this.object) this.about = about;
    } catch (error) {
      this.problems = [(error as Error).message];
    }
  }

  private async save(): Promise<string> {
    const changes = changesOf(this.fields(), this.values, this.record);
    if (this.record === null) return ((await postJson(sobjectUrl(this.object), changes)) as { id: string }).id;
    const id = String(this.record.Id);
    if (Object.keys(changes).length > 0) await patchJson(sobjectUrl(this.object, id), changes);
    return id;
  }

  /** What names a field goes to the field, the rest above all of them. The first one gets the focus. */
  private tell(errors: readonly ServerError[]): void {
    const inputs = this.inputs();
    const marked = new Set<InputElement>();
    const rest: string[] = [];
    for (const { message, fields = [] } of errors) {
      const at = inputs.filter((input) => fields.some((name) => name.toLowerCase() === input.dataset.name?.toLowerCase()));
      if (at.length === 0) rest.push(this.inWords(message, fields));
      for (const input of at) {
        input.setCustomValidity(message);
        input.reportValidity();
        marked.add(input);
      }
    }
    this.problems = rest;
    [...marked][0]?.focus();
  }

  /** A field that the form does not ask for is named by its label. */
  private inWords(message: string, fields: readonly string[]): string {
    const labels = fields.flatMap((name) => this.about?.fields.find((field) => field.name === name)?.label ?? []);
    return labels.length === 0 ? message : `${labels.join(', ')}: ${message}`;
  }

  private inputs(): readonly InputElement[] {
    return [...(this.template?.querySelectorAll<InputElement>('[data-name]') ?? [])];
  }
  private plan(): readonly FormSection[] {
    return this.about ? formSections(this.about, pages.layouts[this.object], this.record === null) : [];
  }
  private fields(): readonly FormField[] {
    return this.plan().flatMap((section) => section.fields);
  }

  private shown(field: FormField): ShownInput {
    const typed = this.values.get(field.name);
    const value = typed ?? valueOf(field.kind, this.record?.[field.name]);
    return {
      ...field,
      value,
      checked: value === true,
      isText: !['checkbox', 'textarea', 'picklist', 'lookup'].includes(field.kind),
      isCheckbox: field.kind === 'checkbox',
      isTextarea: field.kind === 'textarea',
      isPicklist: field.kind === 'picklist',
      isLookup: field.kind === 'lookup',
      linkedName: typed === undefined ? (this.names.get(String(value))?.name ?? '') : '',
    };
  }
}

function valueOf(kind: InputKind, value: unknown): string | boolean {
  if (kind === 'checkbox') return value === true;
  return value === null || value === undefined ? '' : String(value);
}

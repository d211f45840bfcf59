import { LightningElement } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { csvOf, save } from 'c/provisioningCsv';
import { suggested, type Mapping, type Plan } from 'c/provisioningImportColumns';
import { readFile, type CsvParser, type Encoding, type ImportFile } from 'c/provisioningImportFile';
import type { Stage } from 'c/provisioningImportRun';
import { format } from 'c/provisioningTexts';
import getFields from '@salesforce/apex/EmployeeImportController.getFields';
import getMapping from '@salesforce/apex/EmployeeImportController.getMapping';
import { labels } from './labels';
import { csvParser } from './parser';
import { obstacleTexts, stepsOf, templateOf, type StepName } from './words';

/** The page Import employees: a file is chosen, its columns are mapped, then its rows are checked and imported (R52). */
export default class ProvisioningImportEmployees extends LightningElement {
  readonly labels = labels;
  fields: readonly Apex.EmployeeImportFieldView[] | undefined;
  last: Mapping | undefined;
  step: StepName = 'upload';
  stage: Stage = 'check';
  file: ImportFile | undefined;
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
  parser: CsvParser | undefined;
  plan: Plan | undefined;
  /** Empty: recognised. */
  encoding = '';
  remembers = true;
  unchecked = false;
  failure = '';
  problem = '';
  private movesFocus = false;
  private readonly looks = new Calls();
  private readonly actions = new Calls();

  connectedCallback(): void {
    window.addEventListener('beforeunload', this.handleLeave);
    this.load();
  }
  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.handleLeave);
    this.looks.end();
  }
  renderedCallback(): void {
    if (!this.movesFocus) return;
    this.movesFocus = false;
    (this.refs?.title as HTMLElement | undefined)?.focus();
  }

  get steps() {
    return stepsOf(this.step, !!this.file, this.stage);
  }
  get title(): string {
    return this.steps.find(({ name }) => name === this.step)?.label ?? '';
  }
  get isUpload(): boolean {
    return this.step === 'upload' && this.failure === '';
  }
  get isMap(): boolean {
    return this.step === 'map';
  }
  get isRun(): boolean {
    return this.step === 'check' || this.step === 'import';
  }
  get obstacles(): readonly string[] {
    return this.plan ? obstacleTexts(this.plan, this.fields ?? []) : [];
  }
  get isBlocked(): boolean {
    return this.obstacles.length > 0;
  }
  get checkLabel(): string {
    return format(labels.importCheckStart, this.file?.rows.length ?? 0);
  }

  handleRetry(): void {
    this.load();
  }
  handleFile(event: CustomEvent<File>): Promise<void> {
    return this.act(async () => {
      const bytes = new Uint8Array(await event.detail.arrayBuffer());
      this.parser = await csvParser(this);
      this.read(event.detail.name, bytes, '');
    });
  }
  handleEncoding(event: CustomEvent<string>): Promise<void> {
    return this.act(async () => this.read(this.file?.name ?? '', this.bytes, event.detail));
  }
  handlePlan(event: CustomEvent<Plan>): void {
    this.plan = event.detail;
  }
  handleRemember(event: CustomEvent<boolean>): void {
    this.remembers = event.detail;
  }
  handleStep(event: CustomEvent<StepName>): void {
    if (event.detail !== this.step) this.go(event.detail);
  }
  handleBack(): void {
    this.go('upload');
  }
  handleCheck(): void {
    this.run(false);
  }
  handleUnchecked(): void {
    this.run(true);
  }
  handleStage(event: CustomEvent<Stage>): void {
    this.stage = event.detail;
    this.go(this.stage === 'import' || this.stage === 'imported' ? 'import' : 'check');
  }
  /** The mapping that is remembered may be the one that was just used. */
  handleAnother(): void {
    this.file = undefined;
    this.plan = undefined;
    this.go('upload');
    this.load();
  }
  handleTemplate(): void {
    save('employees.csv', csvOf(templateOf(this.fields ?? []), []));
  }

  /** The browser asks before it closes a page with a file that is not imported. */
  private readonly handleLeave = (event: Event): void => {
    if (this.file && this.stage !== 'imported') event.preventDefault();
  };

  private load(): void {
    this.looks.look({
      ask: () => Promise.all([getFields(), getMapping()]),
      show: ([fields, mapping]) => {
        this.fields = fields;
        this.last = JSON.parse(mapping ?? '{}') as Mapping;
      },
      refuse: ({ message }) => (this.failure = message),
    });
  }
  private read(name: string, bytes: Uint8Array<ArrayBuffer>, encoding: string): void {
    const { parser, fields, last } = this;
    if (!parser || !fields || !last) return;
    const file = readFile(name, bytes, (encoding || null) as Encoding | null, parser);
    this.file = file;
    this.bytes = bytes;
    this.encoding = encoding;
    this.plan = suggested(file, fields, last);
    this.go('map');
  }
  private run(unchecked: boolean): void {
    this.unchecked = unchecked;
    this.go(unchecked ? 'import' : 'check');
  }
  private go(step: StepName): void {
    if (step === 'upload' || step === 'map') this.stage = 'check';
    this.step = step;
    this.problem = '';
    this.movesFocus = true;
  }
  private act(action: () => Promise<void>): Promise<void> {
    return this.actions.act(action, ({ message }) => (this.problem = message));
  }
}

import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import mayRun from '@salesforce/customPermission/Run_Provisioning';
import getProcess from '@salesforce/apex/ProvisioningProcessController.getProcess';
import provision from '@salesforce/apex/EmployeeListController.provision';
import { Calls } from 'c/provisioningCalls';
import { isLive } from 'c/provisioningProcessTexts';
import { labels } from './labels';
import { wordsOf } from './words';

/** Pause between two looks at a run that is under way, in milliseconds. */
const PAUSE = 3000;

/**
 * Provisions one person by a run of its own, and says in words how it goes and how it ended, with the way to the run; or why none started.
 * Fires `provisioned` when the run is over. `begins`: somebody asked for it already, so it starts by itself, once.
 */
export default class ProvisioningProvisionNow extends LightningElement {
  /** Whether this person could be given a user. */
  @api available = false;
  @api personName = '';
  @api
  get employeeId(): string | null {
    return this.person;
  }
  set employeeId(value: string | null) {
    if (value === this.person) return;
    this.person = value;
    this.looks.end();
    this.run = undefined;
    this.refused = '';
    this.inTheWay = null;
  }
  @api begins = false;

  readonly labels = labels;
  run: Apex.ProvisioningProcessView | undefined;
  refused = '';
  private inTheWay: string | null = null;
  private person: string | null = null;
  private begun: string | null = null;
  private readonly calls = new Calls();
  private readonly looks = new Calls();

  renderedCallback(): void {
    if (!this.begins || this.begun === this.person) return;
    this.begun = this.person;
    void this.start();
  }
  disconnectedCallback(): void {
    this.looks.end();
  }

  get canProvision(): boolean {
    return mayRun === true && this.available && !(this.run && isLive(this.run));
  }
  get said(): string {
    return this.run ? wordsOf(this.run, this.personName) : '';
  }
  /** The run, or the one that is in the way. */
  get place(): PageReference | null {
    const processId = this.run?.id ?? this.inTheWay;
    return processId
      ? { type: 'standard__navItemPage', attributes: { apiName: 'View_Processes' }, state: { c__process: processId } }
      : null;
  }

  handleProvision(): Promise<void> {
    return this.start();
  }

  private start(): Promise<void> {
    const employeeId = this.person ?? '';
    return this.calls.act(
      async () => {
        const run = await provision({ employeeIds: [employeeId], dryRun: false });
        if (employeeId === this.person) this.follow(run);
      },
      ({ message, processId }) => {
        this.refused = message;
        this.inTheWay = processId;
      },
    );
  }

  private follow(started: Apex.ProvisioningProcessView): void {
    this.run = started;
    this.looks.look({
      ask: () => getProcess({ processId: started.id ?? '' }),
      show: (run) => {
        this.run = run;
        if (!isLive(run)) this.dispatchEvent(new CustomEvent('provisioned'));
      },
      refuse: ({ message }) => (this.refused = message),
      pause: (run) => (!run || isLive(run) ? PAUSE : 0),
    });
  }
}

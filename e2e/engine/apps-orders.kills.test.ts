import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount } from './kills';
import { seeded } from './seeded';
import { TargetOrg } from './target-org';

/** Every other seed needs somebody's word before access is given. */
const SEEDS = amount({ kills: [1, 2, 3, 4, 5, 6, 7, 8], long: Array.from({ length: 40 }, (_, n) => n + 11) });
const STEPS = 40;
const HIRED = 4;
/** Sample users who have signed in: nobody else can be frozen. */
const SIGNED_IN = ['nobody', 'integration'];
const APP = 'Travel Desk';
const ENTITLED_PROFILE = 'Read Only';
const OTHER_PROFILE = 'Standard User';
const OPERATIONS = ['Create', 'Update', 'Deactivate', 'Activate', 'Freeze', 'Unfreeze'];
const FINAL = ['Completed', 'Failed', 'Retried', 'Manually Completed'];
/** More than a deactivation may be delayed by. */
const DELAY = '121m';
const MOST_ROUNDS = 5;
const TROUBLES = [
  { name: 'drop', times: 2 },
  { name: 'after', status: 504, times: 2 },
  { name: 'after', status: 500, times: 1 },
  { name: 'status', status: 503, times: 3 },
  { name: 'status', status: 403, times: 1 },
  { name: 'status', status: 429, retryAfter: 30, times: 1 },
  { name: 'lag', requests: 3 },
];

let crane: TargetOrg;
let approverId: string;

beforeAll(async () => {
  crane = await TargetOrg.fresh({ connectedApp: APP });
  await crane.giveAccess(crane.appId, true, ENTITLED_PROFILE);
  await crane.giveCredential('approver');
  approverId = await crane.whoSignedIn('approver');
});
afterAll(() => crane?.close());

/** What the platform says of a person. */
interface Person {
  readonly id: string;
  readonly canBeFrozen: boolean;
  hasSet: boolean;
  hasProfile: boolean;
  isActive: boolean;
  isFrozen: boolean;
}

test.each(SEEDS)('R37, R43: whatever happens in whatever order, no leaver is active there in the end; seed %i', async (seed) => {
  const random = seeded(seed);
  const world = new World((most) => Math.floor(random() * most), await people());
  const isApproved = seed % 2 === 0;
  await crane.save({
    approval: isApproved ? { by: 'Users', users: [approverId], days: 2 } : { by: 'None', users: [], days: null },
    deactivateAfterHours: seed % 3 === 0 ? 2 : 0,
  });
  for (let step = 0; step < STEPS; step++) await world.happens();
  await settle();
  await world.expectNoLeaverThere();

  await retryAndAgree(world.people.map(({ id }) => id));
  await world.expectEverybodyThere();
  await crane.expectAgreement();
});

async function people(): Promise<Person[]> {
  const hired = await crane.hire(HIRED);
  const known: string[] = [];
  for (const alias of SIGNED_IN) {
    const id = await crane.whoSignedIn(alias);
    await crane.freeze(id, false);
    await crane.change(id, { IsActive: true });
    await crane.changeProfile(id, OTHER_PROFILE);
    if (!(await crane.isEntitled(id))) await crane.entitle([id]);
    known.push(id);
  }
  await crane.giveAccess(crane.appId, true);
  return [...hired, ...known].map((id) => ({
    id,
    canBeFrozen: known.includes(id),
    hasSet: true,
    hasProfile: false,
    isActive: true,
    isFrozen: false,
  }));
}

/** People of an org, what the platform says of them, and what may happen to them. */
class World {
  private setGivesAccess = true;

  constructor(
    private readonly below: (most: number) => number,
    readonly people: readonly Person[],
  ) {}

  /** One thing that a person, the clock or the target does. */
  async happens(): Promise<void> {
    const one = this.people[this.below(this.people.length)]!;
    const deeds = [
      () => this.toggleSet(one),
      () => this.toggleActive(one),
      () => this.toggleFrozen(one),
      () => this.toggleProfile(one),
      () => this.toggleAccess(),
      () => crane.change(one.id, { Title: `T${this.below(5)}` }),
      () => this.ask(one.id),
      () => this.ask(one.id),
      () => this.decide(),
      () => this.trouble(),
      () => this.timePasses(),
      () => this.timePasses(),
      () => this.pauseOrResume(),
      () => crane.askAgain(one.id),
    ];
    await deeds[this.below(deeds.length)]!();
  }

  private async toggleSet(one: Person): Promise<void> {
    // The platform assigns nothing to an inactive user.
    if (!one.isActive) return;
    await (one.hasSet ? crane.takeEntitlement(one.id) : crane.entitle([one.id]));
    one.hasSet = !one.hasSet;
  }

  private async toggleActive(one: Person): Promise<void> {
    one.isActive = !one.isActive;
    await crane.change(one.id, { IsActive: one.isActive });
  }

  private async toggleFrozen(one: Person): Promise<void> {
    if (!one.canBeFrozen) return;
    one.isFrozen = !one.isFrozen;
    await crane.freeze(one.id, one.isFrozen);
  }

  private async toggleProfile(one: Person): Promise<void> {
    one.hasProfile = !one.hasProfile;
    await crane.changeProfile(one.id, one.hasProfile ? ENTITLED_PROFILE : OTHER_PROFILE);
  }

  private async toggleAccess(): Promise<void> {
    this.setGivesAccess = !this.setGivesAccess;
    await crane.giveAccess(crane.appId, this.setGivesAccess);
  }

  private ask(id: string): Promise<void> {
    return crane.ask(OPERATIONS[this.below(OPERATIONS.length)]!, [id]);
  }

  /** Late or early, the approver's word; or somebody says that it was done by hand, or is not wanted any more. */
  private async decide(): Promise<void> {
    const undecided = await crane.undecided();
    const id = undecided[this.below(undecided.length)];
    if (id === undefined) return;
    const chance = this.below(6);
    if (chance < 4) await crane.decide('approver', chance < 3 ? 'approve' : 'deny', [id]);
    else await crane.decide('admin', chance === 4 ? 'complete' : 'cancel', [id]);
  }

  private async trouble(): Promise<void> {
    crane.target.switches.set(this.below(2) === 0 ? [] : [TROUBLES[this.below(TROUBLES.length)]!]);
  }

  /** Minutes; now and then so many days that deadlines pass. */
  private async timePasses(): Promise<void> {
    if (this.below(8) === 0) await crane.advanceDays(3);
    await crane.advance(`${1 + this.below(5)}m`);
    await crane.work();
  }

  private async pauseOrResume(): Promise<void> {
    await ((await crane.state()).State__c === 'On' ? crane.pause() : crane.resume());
  }

  private isWanted(one: Person): boolean {
    return one.isActive && !one.isFrozen && (one.hasProfile || (one.hasSet && this.setGivesAccess));
  }

  private activeThere({ id }: Person): number {
    return crane.there(id).filter((account) => account['active'] === true).length;
  }

  /** Nobody is there who should not be, nobody twice, and every request came to its end. */
  async expectNoLeaverThere(): Promise<void> {
    for (const one of this.people) {
      expect([one.id, this.activeThere(one)]).toEqual([one.id, this.isWanted(one) ? expect.toBeOneOf([0, 1]) : 0]);
      expect(crane.there(one.id).length).toBeLessThanOrEqual(1);
    }
    expect(await notFinal()).toEqual([]);
  }

  async expectEverybodyThere(): Promise<void> {
    await this.expectNoLeaverThere();
    for (const one of this.people) expect([one.id, this.activeThere(one)]).toEqual([one.id, this.isWanted(one) ? 1 : 0]);
  }
}

/** The target works again, whoever is asked agrees, and everything comes to its end: what is compared last needs nothing more. */
async function settle(): Promise<void> {
  crane.target.switches.set([]);
  if ((await crane.state()).State__c !== 'On') await crane.resume();
  for (let round = 0, open = 1; open > 0 && round < MOST_ROUNDS; round++) {
    await crane.processAll();
    const undecided = await crane.undecided();
    if (undecided.length > 0) await crane.decide('approver', 'approve', undecided);
    open = (await notFinal()).length;
    if (open > 0) await crane.advance(DELAY);
    await crane.waitOut();
  }
}

const notFinal = async (): Promise<object[]> => (await crane.requests()).filter(({ State__c }) => !FINAL.includes(State__c));

async function retryAndAgree(userIds: readonly string[]): Promise<void> {
  for (const id of userIds) await crane.askAgain(id);
  await settle();
}

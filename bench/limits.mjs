/** What `local-org start --limits FILE` notes of transactions: what `Limits` says in their last line. */
import { readFileSync } from 'node:fs';
import { median } from './served-org.mjs';

/** Half of what an asynchronous transaction may use. */
const BOUNDS = { queries: 100, queryRows: 25_000, dml: 75, dmlRows: 5_000, cpu: 30_000, heap: 6_000_000 };

/** Runs something; what it gave, and the jobs that it took and that were committed. */
export async function jobsOf(file, work) {
  const before = readFileSync(file, 'utf8').length;
  const result = await work();
  const lines = readFileSync(file, 'utf8').slice(before).trimEnd().split('\n');
  const noted = lines.map((line) => JSON.parse(line));
  return { result, jobs: noted.filter((one) => one.jobId !== null && one.committed && one.kind === 'QUEUEABLE') };
}

/** What a job used; the cost that CPU time stands for is `steps`. */
export const used = (job, column) => (column === 'steps' ? job.steps : (job.used[column] ?? 0));

const statementsOf = (job) => `${used(job, 'queries')} queries, ${used(job, 'dml')} statements`;

/** A line for each class: its name, how many, and least / median / most of each column. */
export function table(jobs, columns) {
  const lines = [`  ${'job'.padEnd(26)} ${'runs'.padStart(5)}  ${columns.map((name) => name.padStart(21)).join(' ')}`];
  for (const [name, group] of byClass(jobs)) {
    const cells = columns.map((column) => spread(group.map((job) => used(job, column))).padStart(21));
    lines.push(`  ${name.padEnd(26)} ${String(group.length).padStart(5)}  ${cells.join(' ')}`);
  }
  return lines.join('\n');
}

export function byClass(jobs) {
  const groups = new Map();
  for (const job of jobs) groups.set(job.className, [...(groups.get(job.className) ?? []), job]);
  return groups;
}

function spread(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? String(least) : `${least} / ${median(values)} / ${most}`;
}

/** Jobs of one key must take as many statements each, whatever they were about. */
export class SameStatements {
  constructor(complaints) {
    this.complaints = complaints;
    this.first = new Map();
  }

  compare(title, key, jobs) {
    for (const count of jobs.map(statementsOf)) {
      const first = this.first.get(key) ?? { count, title };
      this.first.set(key, first);
      if (first.count !== count) this.complaints.push(`${key}: ${count} in "${title}", ${first.count} in "${first.title}"`);
    }
  }
}

/** A complaint for each limit of which a job used half. */
export function tooMuch(title, jobs) {
  return jobs.flatMap((job) =>
    Object.entries(BOUNDS)
      .filter(([limit, bound]) => used(job, limit) >= bound)
      .map(([limit, bound]) => `${title}: ${job.className} used ${used(job, limit)} of ${limit}, half of the limit is ${bound}`),
  );
}

/** Says what is wrong, and ends with 1 when something is. */
export function conclude(complaints) {
  for (const complaint of complaints) console.error(complaint);
  console.log(complaints.length === 0 ? '\nEvery half stays below half of the asynchronous limits.' : `\n${complaints.length} complaints`);
  process.exit(complaints.length === 0 ? 0 : 1);
}

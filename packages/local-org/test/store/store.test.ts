import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApexException } from '../../src/kernel/exceptions';
import { DatabaseInUseError, IncompatibleDatabaseError, openStore, readMeta, StatementError, writeMeta } from '../../src/store';
import type { SqlValue } from '../../src/store';

const libsqlPath = createRequire(import.meta.url).resolve('libsql');
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'local-org-store-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('binds', () => {
  it('refuses what the driver would abort on or misread', () => {
    const store = openStore(':memory:');
    const one = store.prepare('SELECT ?');
    for (const bad of [true, undefined, NaN, Infinity, {}, [], new Date(0), () => 1, Symbol('x'), 2n ** 63n]) {
      expect(() => one.get(bad as unknown as SqlValue)).toThrow(StatementError);
    }
    expect(() => one.get()).toThrow('0 values for 1 parameters');
    expect(() => one.get('a', 'b')).toThrow('2 values for 1 parameters');
    expect(() => store.prepare('SELECT :name')).toThrow(StatementError);
    expect(() => store.prepare('SELECT @name')).toThrow(StatementError);
    expect(() => store.prepare('SELECT ?1')).toThrow(StatementError);
    expect(store.prepare(`SELECT ':no', "$meta"."key", ? FROM "$meta" -- ?`).all('x')).toEqual([]);
    store.close();
  });

  it('refuses NUL and unpaired surrogates with a platform exception', () => {
    const store = openStore(':memory:');
    for (const bad of ['a\0b', '\ud800', 'x\udc00y']) {
      expect(() => store.prepare('SELECT ?').get(bad)).toThrow(ApexException);
    }
    expect(store.prepare('SELECT ?').get('\u{1F600} é')).toEqual(['\u{1F600} é']);
    store.close();
  });

  it('gives back any value that it accepts', () => {
    const store = openStore(':memory:');
    store.exec('CREATE TABLE t (v)');
    const insert = store.prepare('INSERT INTO t VALUES (?)');
    const read = store.prepare('SELECT v, typeof(v) FROM t');
    const clear = store.prepare('DELETE FROM t');
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\p{Cs}]/u.test(text)),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.maxSafeInteger().map((n) => BigInt(n)),
      fc.uint8Array(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(value, (bind) => {
        clear.run();
        insert.run(bind);
        const [row] = read.all();
        const found = row?.[0];
        if (typeof bind === 'bigint') expect(BigInt(found as number)).toBe(bind);
        else if (bind instanceof Uint8Array) expect(Buffer.from(found as Uint8Array).equals(bind)).toBe(true);
        else if (bind === 0)
          expect(found === 0).toBe(true); // the sign of zero is not kept
        else expect(found).toEqual(bind);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.anything(), (bind) => {
        try {
          insert.run(bind as SqlValue);
        } catch (error) {
          expect(error instanceof StatementError || error instanceof ApexException).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    store.close();
  });
});

describe('a closed database', () => {
  it('is whole in its one file, whoever still holds a statement', () => {
    const file = join(directory, 'closed.db');
    const store = openStore(file);
    store.exec('CREATE TABLE t (v)');
    const held = store.prepare('SELECT v FROM t');
    store.prepare('INSERT INTO t VALUES (?)').run('kept');
    expect(held.get()).toEqual(['kept']);
    store.close();
    const copy = join(directory, 'copy.db');
    cpSync(file, copy);
    const read = openStore(copy);
    expect(read.prepare('SELECT v FROM t').all()).toEqual([['kept']]);
    read.close();
  });
});

describe('the file', () => {
  it('keeps no statement open after get', () => {
    const store = openStore(join(directory, 'a.db'));
    store.exec('CREATE TABLE t (v)');
    store.prepare('INSERT INTO t VALUES (1), (2), (3)').run();
    expect(store.prepare('SELECT v FROM t').get()).toEqual([1]);
    store.exec('DROP TABLE t');
    store.close();
  });

  it('keeps committed rows and drops rolled back ones', () => {
    const file = join(directory, 'a.db');
    const first = openStore(file);
    first.begin();
    writeMeta(first, 'kept', '1');
    first.savepoint('s1');
    writeMeta(first, 'dropped', '1');
    first.rollbackTo('s1');
    first.release('s1');
    expect(first.inTransaction).toBe(true);
    first.commit();
    first.begin();
    writeMeta(first, 'kept', '2');
    first.rollback();
    first.close();
    const second = openStore(file);
    expect([readMeta(second, 'kept'), readMeta(second, 'dropped')]).toEqual(['1', null]);
    second.close();
  });

  it('is refused while another process holds it, naming that process', () => {
    const file = join(directory, 'a.db');
    const holder = `
      const Database = require(${JSON.stringify(libsqlPath)});
      const fs = require('node:fs');
      const db = new Database(${JSON.stringify(`${file}-lock`)});
      try { db.exec('BEGIN EXCLUSIVE'); console.log('free'); }
      catch (e) { console.log('held by ' + fs.readFileSync(${JSON.stringify(`${file}-pid`)}, 'utf8')); }`;
    const store = openStore(file);
    expect(spawnSync(process.execPath, ['-e', holder], { encoding: 'utf8' }).stdout.trim()).toBe(`held by ${process.pid}`);
    expect(() => openStore(file)).toThrow(DatabaseInUseError);
    expect(() => openStore(file)).toThrow(`is in use by process ${process.pid}`);
    store.close();
    expect(spawnSync(process.execPath, ['-e', holder], { encoding: 'utf8' }).stdout.trim()).toBe('free');
    openStore(file).close();
  });

  it('of another version is refused, or replaced on request', () => {
    const file = join(directory, 'a.db');
    const store = openStore(file);
    store.exec('PRAGMA user_version=99');
    store.close();
    expect(() => openStore(file)).toThrow(IncompatibleDatabaseError);
    expect(() => openStore(file)).toThrow(
      `database file ${file} was made by an incompatible version (found 99, need 2); start with --reset or another --db`,
    );
    const fresh = openStore(file, { onIncompatible: 'reset' });
    expect(readMeta(fresh, 'x')).toBeNull();
    fresh.close();
  });
});

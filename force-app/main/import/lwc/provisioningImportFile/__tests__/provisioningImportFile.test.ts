import { webcrypto } from 'node:crypto';
import * as util from 'node:util';
import * as Papa from 'papaparse';
import { digestOf, leftOutFile, readFile, type CsvParser, type Encoding } from 'c/provisioningImportFile';

// what a browser has and jsdom has not
Object.assign(globalThis, { TextDecoder: util.TextDecoder, TextEncoder: util.TextEncoder });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
const parser = Papa as unknown as CsvParser;

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));
const read = (text: string, encoding: BufferEncoding = 'utf8', as: Encoding | null = null) =>
  readFile('people.csv', bytesOf(text, encoding), as, parser);
const cellsOf = (text: string) => read(text).rows.map(({ cells }) => cells);

// R52
describe('c/provisioningImportFile', () => {
  it.each<[string, Uint8Array, Encoding, string?]>([
    ['UTF-8', bytesOf('No;Name\n1;Jürgen Žižek'), 'utf-8'],
    ['UTF-8 with a mark', bytesOf('\ufeffNo;Name\n1;Jürgen Žižek'), 'utf-8'],
    ['UTF-16 with a mark', bytesOf('\ufeffNo;Name\n1;Jürgen Žižek', 'utf16le'), 'utf-16le'],
    ['UTF-16 without one', bytesOf('No;Name\n1;Jürgen Žižek', 'utf16le'), 'utf-16le'],
    ['big-endian UTF-16', new Uint8Array(Buffer.from('\ufeffNo;Name\n1;Jürgen Žižek', 'utf16le').swap16()), 'utf-16be'],
    // Node takes this encoding for Latin-1; the journey in a browser has the letters in which they differ
    ['Windows-1252', bytesOf('No;Name\n1;Jürgen', 'latin1'), 'windows-1252', 'Jürgen'],
  ])('reads %s by itself', (_, bytes, encoding, name = 'Jürgen Žižek') => {
    const file = readFile('people.csv', bytes, null, parser);
    expect([file.encoding, file.columns, file.rows[0]?.cells]).toEqual([encoding, ['No', 'Name'], ['1', name]]);
  }); // prettier-ignore

  it('reads it as it is told where somebody knows better', () => {
    expect(read('No\nJ\u00c3\u00bcrgen', 'latin1', 'windows-1252').rows[0]?.cells).toEqual(['JÃ¼rgen']);
  });

  it.each([',', ';', '\t', '|'])('tells cells apart by "%s"', (delimiter) => {
    const file = read([`No${delimiter}Name`, `1${delimiter}Ada`, `2${delimiter}"a${delimiter}b"`].join('\r\n'));
    expect([file.delimiter, file.rows.map(({ cells }) => cells[1])]).toEqual([delimiter, ['Ada', `a${delimiter}b`]]);
  });

  it.each(['No;Name\n1;Ada\n', '\n\nNo;Name\n\n1;Ada\n\n\n'])('recognises it in a small file with empty lines: %j', (text) => {
    expect(read(text)).toMatchObject({ delimiter: ';', columns: ['No', 'Name'] });
  });

  it('counts rows as a spreadsheet does, leaves out those without a value, and keeps short and long ones as they are', () => {
    const file = read('No,Name,Mail\n1,Ada\n\n , ,\n2,"Grace\nHopper",g@x.example,more\n');
    expect(file.rows).toEqual([
      { line: 2, cells: ['1', 'Ada'] },
      { line: 5, cells: ['2', 'Grace\nHopper', 'g@x.example', 'more'] },
    ]);
  });

  it('gives every column a name of its own', () => {
    expect(read(' No ,Name,,Name\n1,a,b,c').columns).toEqual(['No', 'Name', 'Column 3', 'Name (2)']);
  });

  it.each([
    ['', 'The file is empty.'],
    ['\n \n', 'The file is empty.'],
    ['No,Name\n', 'no rows below them'],
    ['No,Name\n1,"Ada\n2,Grace', 'In row 2 a quotation mark'],
    ['PK\u0003\u0004', 'workbook of Excel'],
    [`No\n${'1\n'.repeat(10_001)}`, 'The file has 10,001 rows, and 10,000 are the most'],
  ])('says what is wrong with the whole of %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('writes what is left out as a file that is read again as it was, formulas and all', () => {
    const text = 'No;Name;Phone;Note\n1;=Ada();+49 30 1;\'=kept\n2;"Hopper; G";-;"say ""x"""\n3;plain;@x;\'\'-y';
    const file = read(text);
    const again = leftOutFile(
      file,
      file.rows.map((row) => ({ row, reasons: ['=not a formula.', 'Second.'] })),
      parser,
    );
    expect(again.slice(1).split('\r\n')[0]).toBe('No;Name;Phone;Note;Import row;Import error');
    for (const line of Papa.parse<string[]>(again.slice(1), { delimiter: ';' }).data) {
      for (const cell of line) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
    expect(again).toContain("'=not a formula. Second.");
    const back = read(again);
    expect([back.delimiter, back.columns, back.rows.map(({ cells }) => cells)]).toEqual([';', file.columns, cellsOf(text)]);
  });

  it('leaves a file of somebody else as it is, apostrophes too', () => {
    expect(cellsOf("No,Name\n1,'=Ada")).toEqual([['1', "'=Ada"]]);
  });

  it('keeps cells beyond the columns where they were', () => {
    const file = read('No,Name\n1,Ada,=x');
    const again = leftOutFile(file, [{ row: file.rows[0]!, reasons: ['Too many.'] }], parser);
    expect(read(again).rows[0]?.cells).toEqual(['1', 'Ada', '=x']);
  });

  it('knows a file again by its bytes and how it is read, and by nothing else', async () => {
    const digest = await digestOf(bytesOf('a'), '{}');
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestOf(bytesOf('a'), '{}')).toBe(digest);
    expect([await digestOf(bytesOf('b'), '{}'), await digestOf(bytesOf('a'), '{"x":1}')]).not.toContain(digest);
  });
});

import { csvOf, linesOf, save } from 'c/provisioningCsv';

describe('c/provisioningCsv', () => {
  it('quotes what needs it, disarms formulas, and leaves out what is not there', () => {
    const rows = [
      { name: '=cmd()', message: 'He said "no",\nthen left', many: 3, known: true },
      { name: null, message: undefined, many: -1, known: false },
    ];
    expect(csvOf(['name', 'message', 'many', 'known'], rows)).toBe(
      'name,message,many,known\r\n\'=cmd(),"He said ""no"",\nthen left",3,true\r\n,,\'-1,false\r\n',
    );
  });

  it('hands the browser a file', () => {
    const links: HTMLAnchorElement[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(this);
    });
    save('people.csv', 'a,b\r\n');
    expect(links[0]?.download).toBe('people.csv');
    expect(decodeURIComponent(links[0]?.href ?? '')).toBe('data:text/csv;charset=utf-8,a,b\r\n');
    click.mockRestore();
  });

  it('reads cells apart by comma, semicolon or tab, quoted or not', () => {
    expect(linesOf('a,b\r\n\n"c ""d"", e";f\tg\n h ')).toEqual([['a', 'b'], ['c "d", e', 'f', 'g'], [' h ']]);
    expect(linesOf('a,')).toEqual([['a']]);
    expect(linesOf('')).toEqual([]);
    expect(linesOf('a,"b" c')).toEqual([['a', '"b" c']]);
  });
});

import { reveal } from 'c/provisioningSections';

const made = (tag: string, changes: object = {}, ...children: Node[]) => {
  const element = Object.assign(document.createElement(tag), changes);
  element.append(...children);
  return element;
};
const marked = (element: HTMLElement, data: Record<string, string>) => {
  Object.assign(element.dataset, data);
  return element;
};

const root = () => {
  const heading = marked(made('h3', { textContent: 'Leavers', tabIndex: -1 }), { section: 'leavers returns' });
  document.body.append(
    made('details', {}, marked(made('summary', { textContent: 'Guards' }), { section: 'guards' }), heading),
    made('details', { id: 'more' }, marked(made('div'), { holds: 'names dates' })),
  );
  return document.body;
};

describe('c/provisioningSections', () => {
  beforeEach(() => (Element.prototype.scrollIntoView = jest.fn()));
  afterEach(() => document.body.replaceChildren());

  it('opens what is folded around the section, scrolls there and puts the focus on it', () => {
    const body = root();
    expect(reveal(body, 'returns')).toBe(true);
    expect(body.querySelector('details')!.open).toBe(true);
    expect(document.activeElement!.textContent).toBe('Leavers');
    expect(Element.prototype.scrollIntoView).toHaveBeenCalledTimes(1);
  });

  it('leaves it to the component that holds the section', () => {
    const body = root();
    const holder = Object.assign(body.querySelector('[data-holds]')!, { reveal: jest.fn() });
    expect(reveal(body, 'dates')).toBe(true);
    expect(holder.reveal).toHaveBeenCalledWith('dates');
    expect(body.querySelector('details')!.open).toBe(false);
    expect(body.querySelector<HTMLDetailsElement>('#more')!.open).toBe(true);
  });

  it('does nothing for a section that nobody has, whatever it is called', () => {
    expect(reveal(root(), '"]')).toBe(false);
    expect(reveal(root(), '')).toBe(false);
    expect(document.activeElement).toBe(document.body);
  });
});

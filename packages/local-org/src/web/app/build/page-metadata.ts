import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { LayoutSection, ListFilter, ListView, PageMetadata, QuickAction } from '../page/runtime/model';

/** Elements that a file may hold many of. */
const REPEATED = new Set([
  'columns',
  'filters',
  'layoutSections',
  'layoutColumns',
  'layoutItems',
  'flexiPageRegions',
  'itemInstances',
  'relatedLists',
]);

type Node = Readonly<Record<string, unknown>>;
const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const node = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads what the shell needs of list views, layouts, record pages and quick actions: names only, no rights. */
export function readPageMetadata(files: readonly string[]): PageMetadata {
  const listViews: Record<string, ListView[]> = {};
  const layouts: Record<string, readonly LayoutSection[]> = {};
  const recordPages: Record<string, readonly string[]> = {};
  const quickActions: Record<string, QuickAction[]> = {};
  for (const file of files) {
    const name = path.basename(file);
    const [, object = '', action = ''] = /^(\w+)\.(\w+)\.quickAction-meta\.xml$/.exec(name) ?? [];
    if (name.endsWith('.listView-meta.xml')) (listViews[objectAbove(file)] ??= []).push(listView(root(file, 'ListView')));
    else if (name.endsWith('.layout-meta.xml')) layouts[decodeURIComponent(name.split('-')[0] ?? '')] ??= sections(root(file, 'Layout'));
    else if (name.endsWith('.flexipage-meta.xml')) addRecordPage(recordPages, root(file, 'FlexiPage'));
    else if (action !== '') addAction((quickActions[object] ??= []), `${object}.${action}`, root(file, 'QuickAction'));
  }
  return { listViews, layouts, recordPages, quickActions };
}

/** `objects/X__c/listViews/All.listView-meta.xml`. */
const objectAbove = (file: string): string => path.basename(path.dirname(path.dirname(file)));

function root(file: string, element: string): Node {
  const parser = new XMLParser({ parseTagValue: false, isArray: (tag) => REPEATED.has(tag) });
  return node((parser.parse(readFileSync(file, 'utf8')) as Node)[element]);
}

function listView(view: Node): ListView {
  const columns = Array.isArray(view.columns) ? view.columns.map(text) : [];
  const filters = nodes(view.filters).map((one): ListFilter => ({
    field: text(one.field),
    operation: text(one.operation),
    value: text(one.value),
  }));
  return {
    name: text(view.fullName),
    label: text(view.label),
    columns,
    filters,
    logic: text(view.booleanFilter) || null,
    mine: text(view.filterScope) === 'Mine',
  };
}

function sections(layout: Node): readonly LayoutSection[] {
  return nodes(layout.layoutSections).map((section) => ({
    label: text(section.label),
    fields: nodes(section.layoutColumns).flatMap((column) =>
      nodes(column.layoutItems)
        .map((item) => text(item.field))
        .filter(Boolean),
    ),
  }));
}

/** Components of the project on a record page, in their order; those of the platform the shell draws itself. */
function addRecordPage(pages: Record<string, readonly string[]>, page: Node): void {
  const object = text(page.sobjectType);
  if (text(page.type) !== 'RecordPage' || object === '') return;
  const items = nodes(page.flexiPageRegions).flatMap((region) => nodes(region.itemInstances));
  const names = items.map((item) => text(node(item.componentInstance).componentName));
  pages[object] = names.filter((name) => name !== '' && !name.includes(':')).map((name) => name.replace(/^c__/, ''));
}

function addAction(actions: QuickAction[], name: string, action: Node): void {
  const component = text(action.lightningWebComponent);
  if (component === '') return;
  actions.push({ name, label: text(action.label), component, isScreen: text(action.actionSubtype) === 'ScreenAction' });
}

/** Shapes that the server answers with. No code: usable without a browser. */

export interface TabItem {
  readonly name: string;
  readonly label: string;
  /** Lightning web component of the tab, or null for an object tab. */
  readonly component: string | null;
  readonly sobject: string | null;
  /** SLDS icon name such as `custom:custom15`, or null. */
  readonly icon: string | null;
}

export interface AppItem {
  readonly name: string;
  readonly label: string;
  readonly tabs: readonly TabItem[];
}

export interface SetupPage {
  readonly path: string;
  readonly label: string;
  readonly component: string;
  /** What it stands under in the tree of Setup, the heading first. */
  readonly under: readonly string[];
}

/** Who is signed in and what this org offers them: the answer of `POST /aura/context`. */
export interface OrgContext {
  readonly orgName: string;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly timeZone: string;
    /** For example `en_US`, `de`. */
    readonly language: string;
    /** For example `de_DE`. */
    readonly locale: string;
    /** True when the project has translations into the user's language. */
    readonly translated: boolean;
  };
  /** Address of the help that the project names, or of the platform's. */
  readonly help: string;
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  readonly apps: readonly AppItem[];
  readonly setupPages: readonly SetupPage[];
  readonly closed: readonly ClosedPage[];
}

/** A page that is there and that the user may not open. Everything by its label. */
export interface ClosedPage {
  readonly kind: 'tab' | 'setup';
  readonly name: string;
  readonly label: string;
  /** What is missing, or null where only a permission set shows the page. */
  readonly permission: string | null;
  /** Who would give it. */
  readonly permissionSets: readonly string[];
}

export interface FieldDescribe {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly relationshipName: string | null;
  readonly referenceTo: readonly string[];
  readonly nameField: boolean;
  readonly createable?: boolean;
  readonly updateable?: boolean;
  readonly nillable?: boolean;
  readonly defaultedOnCreate?: boolean;
  readonly filterable?: boolean;
  readonly sortable?: boolean;
  readonly length?: number;
  readonly scale?: number;
  readonly picklistValues?: readonly { readonly value: string; readonly label: string }[];
}

export interface ObjectDescribe {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly fields: readonly FieldDescribe[];
  readonly createable?: boolean;
  readonly updateable?: boolean;
  readonly childRelationships?: readonly {
    readonly childSObject: string;
    readonly field: string;
    readonly relationshipName: string | null;
  }[];
}

export type RecordData = Readonly<Record<string, unknown>>;

/** One condition of a list view, as its metadata has it. */
export interface ListFilter {
  readonly field: string;
  readonly operation: string;
  /** Several are separated by commas. */
  readonly value: string;
}

export interface ListView {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly filters: readonly ListFilter[];
  /** For example `1 AND (2 OR 3)`; null where all conditions have to hold. */
  readonly logic: string | null;
  readonly mine: boolean;
}

export interface LayoutSection {
  readonly label: string;
  readonly fields: readonly string[];
}

/** A button on a record that runs a component of the project. */
export interface QuickAction {
  readonly name: string;
  readonly label: string;
  readonly component: string;
  /** It shows something of its own; otherwise its method `invoke` is called. */
  readonly isScreen: boolean;
}

/** What the project's metadata says of object homes and record pages, by object. */
export interface PageMetadata {
  readonly listViews: Readonly<Record<string, readonly ListView[]>>;
  readonly layouts: Readonly<Record<string, readonly LayoutSection[]>>;
  /** Components of the project beside the record. */
  readonly recordPages: Readonly<Record<string, readonly string[]>>;
  readonly quickActions: Readonly<Record<string, readonly QuickAction[]>>;
}

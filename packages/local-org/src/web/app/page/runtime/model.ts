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
  readonly picklistValues?: readonly { readonly value: string; readonly label: string }[];
}

export interface ObjectDescribe {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly fields: readonly FieldDescribe[];
}

export type RecordData = Readonly<Record<string, unknown>>;

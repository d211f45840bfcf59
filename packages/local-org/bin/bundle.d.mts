export declare const folder: string;
/** Addresses of the entries, and the stamp of the sources that they were made of. */
export declare function bundled(): Promise<{ readonly stamp: string; url(name: string): string }>;
/** The module that an entry of the public face names. */
export declare function load(name: string): Promise<unknown>;

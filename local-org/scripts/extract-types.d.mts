/** Writes the platform's signatures, one JSON file per namespace, and gives the number of types. */
export declare function extractTypes(output: string, jars?: string): number;
/** Directory of the type jars inside the installed package. */
export declare function jarDirectory(): string;

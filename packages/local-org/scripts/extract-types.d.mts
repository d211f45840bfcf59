/** Writes the platform's signatures, one JSON file per namespace, and gives the number of types. */
export declare function extractTypes(output: string, jars?: string): number;

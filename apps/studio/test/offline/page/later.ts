declare const PAGE_VERSION: string;

export const laterVersion: string = PAGE_VERSION;

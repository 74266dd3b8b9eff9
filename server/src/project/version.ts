/** Put in by the build. */
declare const FACTLINT_VERSION: string | undefined;

/** The product's version; in unbundled tests a stand-in. */
export const VERSION = typeof FACTLINT_VERSION === 'string' ? FACTLINT_VERSION : '0.0.0-test';

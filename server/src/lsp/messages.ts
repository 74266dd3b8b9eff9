/**
 * What client and server say to each other beyond the protocol: names and shapes only, no code, no imports,
 * so that the extension can share them. Every request is optional for a client: another editor does without.
 */

/** The server's `initializationOptions`; all may be left out. */
export interface InitializationOptions {
  /** The client shows the status: send `factlint/status` notifications. */
  readonly status?: boolean;
  /** The client shows the report of a folder check (`factlint/report`). */
  readonly report?: boolean;
}

/** Request `factlint/checkFolder`: checks every draft of a folder and publishes what it finds. */
export const CHECK_FOLDER = 'factlint/checkFolder';

export interface CheckFolderParams {
  /** The folder; left out: every workspace folder. */
  readonly uri?: string;
  /** Gets `WorkDoneProgress` values. */
  readonly workDoneToken?: string | number;
  /** Gets a `FolderFile[]` now and then: the files with findings so far. */
  readonly partialResultToken?: string | number;
}

/** One file of a folder check. */
export interface FolderFile {
  readonly uri: string;
  readonly findings: number;
}

export interface CheckFolderResult {
  /** Drafts that were checked. */
  readonly files: number;
  /** Findings in all of them. */
  readonly findings: number;
  /** Files that could not be read, one sentence each. */
  readonly errors: readonly string[];
  /** Stopped by the client's cancellation; the numbers count what was done till then. */
  readonly cancelled: boolean;
}

/** Request `factlint/report`: one self-contained HTML page on a document or a folder. */
export const REPORT = 'factlint/report';

export interface ReportParams {
  readonly uri: string;
}

export interface ReportResult {
  readonly html: string;
}

/** Request and notification `factlint/status`. */
export const STATUS = 'factlint/status';

export interface StatusParams {
  /** The document asked about. */
  readonly uri: string;
}

/**
 * `ready`: checked. `busy`: a folder check runs. `too-large`: the document is beyond `maxFileSize` and is not checked.
 * `facts-broken`: a facts file or factlint.json does not parse, and its last good version is in force.
 */
export type StatusState = 'ready' | 'busy' | 'too-large' | 'facts-broken';

export interface Status {
  readonly uri: string;
  readonly facts: number;
  readonly entities: number;
  /** Paths of the facts files in force beside the bundled facts. */
  readonly factsFiles: readonly string[];
  /** The article's date, `2023-01-26`. */
  readonly asOf: string;
  readonly asOfOrigin: 'directive' | 'front-matter' | 'option';
  readonly findings: number;
  readonly state: StatusState;
  /** One sentence for states other than `ready`. */
  readonly message?: string;
}

/** Commands that the server runs (`workspace/executeCommand`), each with one argument. */
export const COMMANDS = {
  /** `AddFactArgument`: writes an entry for a claim into the folder's facts file. */
  addFact: 'factlint.addFact',
  /** `FindingArgument`: silences one finding in place. */
  ignoreHere: 'factlint.ignoreHere',
  /** `FindingArgument`: accepts one finding in `factlint.json`. */
  accept: 'factlint.accept',
  /** `SetDateArgument`: writes the article's date into the draft. */
  setDate: 'factlint.setDate',
  /** `FolderArgument`: all safe fixes of a folder, as one edit to be confirmed. */
  fixAllInFolder: 'factlint.fixAllInFolder',
  /** `ShowFactArgument`: shows the fact in its file (`window/showDocument`). */
  showFact: 'factlint.showFact',
} as const;

/** A place in a document, in the protocol's own counting. */
export interface PlaceArgument {
  readonly line: number;
  readonly character: number;
}

export interface AddFactArgument {
  readonly uri: string;
  readonly range: { readonly start: PlaceArgument; readonly end: PlaceArgument };
}

export interface FindingArgument {
  readonly uri: string;
  readonly code: string;
  readonly range: { readonly start: PlaceArgument; readonly end: PlaceArgument };
  /** Why the words are right as they are. */
  readonly reason?: string;
}

export interface SetDateArgument {
  readonly uri: string;
  /** `2023-01-26`. */
  readonly date: string;
}

export interface FolderArgument {
  /** Left out: every workspace folder. */
  readonly uri?: string;
}

export interface ShowFactArgument {
  /** The draft in which one asks: its folder's facts count. */
  readonly uri: string;
  /** The id of a fact, an entity or a source. */
  readonly id: string;
}

/** `Diagnostic.data`: what a client may hand back. */
export interface DiagnosticData {
  readonly code: string;
  /** The fact or entity that decided. */
  readonly fact?: string;
  readonly entity?: string;
  /** Whether `source.fixAll.factlint` mends it. */
  readonly safe: boolean;
}

/** The code action kind of all safe fixes of a document. */
export const FIX_ALL = 'source.fixAll.factlint';

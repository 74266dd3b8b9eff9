/**
 * What a client and the server say to each other beyond LSP. Plain names and plain data, so that any editor can use them.
 * The commands are run by `workspace/executeCommand` and advertised by the server; an editor's own commands have other ids.
 */

/** The server's `initializationOptions`; all may be left out, and another editor leaves out all. */
export interface InitializationOptions {
  /** The client shows the status: send `factlint/status` notifications. */
  readonly status?: boolean;
  /** The client knows JSON and the schemas: the server completes ids only, and leaves it to the client to tell broken JSON. */
  readonly schemas?: boolean;
  /** The client has the command `factlint.showPlaces`. */
  readonly places?: boolean;
}

/** Where a span stands; as in LSP. */
export interface MessageRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * Request: checks every draft of a folder (open ones by their open text), with work-done progress, partial results and
 * cancellation. A cancelled check answers with what it has. Findings are pushed as diagnostics, file by file.
 */
export const CHECK_FOLDER = 'factlint/checkFolder';

/** What to check, and where to report meanwhile. */
export interface CheckFolderParams {
  /** A folder; left out: every workspace folder. */
  readonly uri?: string;
  readonly workDoneToken?: number | string;
  readonly partialResultToken?: number | string;
}

/** Counts of a finished or cancelled check; as a partial result: so far. */
export interface CheckFolderResult {
  /** Drafts checked. */
  readonly files: number;
  readonly findings: number;
  /** Drafts and facts files that could not be read. */
  readonly errors: number;
  readonly cancelled: boolean;
}

/** Request: the HTML report of a draft, or of the last check of a folder. */
export const REPORT = 'factlint/report';

/** The document or folder to report on. */
export interface ReportParams {
  readonly uri: string;
}

/** The report. */
export interface ReportResult {
  /** One self-contained page without scripts. */
  readonly html: string;
}

/** Request (of one draft), and notification after each check of an open draft, to clients that asked for it at the start. */
export const STATUS = 'factlint/status';

/** The document (or folder) asked about. */
export interface StatusParams {
  readonly uri: string;
}

/** How a document stands: facts in force, the article’s date, findings. */
export interface Status {
  readonly uri: string;
  /** How many are in force for this draft. */
  readonly facts: number;
  readonly entities: number;
  /** URIs of the facts files in force, the folder's own before those named by settings; the bundled ones are not files. */
  readonly factsFiles: readonly string[];
  /** Facts files and configurations with mistakes: a count of problems. */
  readonly problems: number;
  /** ISO day. */
  readonly asOf: string;
  readonly asOfOrigin: AsOfOrigin;
  readonly findings: number;
  readonly state: 'checked' | 'checking' | 'too-large';
  /** One sentence on what a person should know: too large, or a facts file whose last good version stays in force. */
  readonly message?: string;
}

/** Where an article's date came from, the most binding first. */
export type AsOfOrigin = 'directive' | 'front-matter' | 'meta' | 'configuration' | 'setting' | 'today';

/** The commands that the server runs, each with one argument. They answer by `workspace/applyEdit` and `window/showDocument`. */
export const SERVER_COMMANDS = {
  /** Adds a complete, valid entry for the claim in the range to a facts file (created where there is none), and shows it. */
  addFact: 'factlint.addFact',
  /** Writes a directive that silences the finding. */
  ignoreHere: 'factlint.ignoreHere',
  /** Writes an entry into `accepted` of factlint.json (created where there is none). */
  accept: 'factlint.accept',
  /** Writes the article's date into the draft: front matter where it has some, else a directive. */
  setDate: 'factlint.setDate',
  /** Mends all that is safe in a folder; every edit needs confirmation where the client can ask for one. */
  fixAllInFolder: 'factlint.fixAllInFolder',
  /** Shows a fact, an entity or a source in its file. */
  showFact: 'factlint.showFact',
} as const;

/**
 * A command that the client runs, where it says so (`places`): what a click on a code lens does. Shows places of drafts
 * beside the line that they have to do with.
 */
export const SHOW_PLACES = 'factlint.showPlaces';

/** The argument of `SHOW_PLACES`: where the lens stands, and what it counts. */
export interface ShowPlacesArgument {
  readonly uri: string;
  readonly position: MessageRange['start'];
  readonly places: readonly { readonly uri: string; readonly range: MessageRange }[];
}

/** The place of the value that becomes a fact. */
export interface AddFactArgument {
  readonly uri: string;
  readonly range: MessageRange;
}

/** One finding, by its place and code, and why it is to be silenced. */
export interface FindingArgument {
  readonly uri: string;
  readonly range: MessageRange;
  readonly code: string;
  readonly reason?: string;
}

/** The draft and its new date. */
export interface SetDateArgument {
  readonly uri: string;
  /** ISO day. */
  readonly date: string;
}

/** The folder to mend. */
export interface FixAllInFolderArgument {
  /** A folder; left out: every workspace folder. */
  readonly uri?: string;
}

/** What to show. */
export interface ShowFactArgument {
  /** The draft in which one asks: the facts of its folder count. */
  readonly uri: string;
  /** The id of a fact, an entity or a source. */
  readonly id: string;
}

/** `Diagnostic.data`. */
export interface DiagnosticData {
  readonly code: string;
  /** Ids of what decided. */
  readonly fact?: string;
  readonly entity?: string;
  /** Whether `source.fixAll.factlint` mends it. */
  readonly safe: boolean;
}

/** The code action kind of all safe fixes of a document. */
export const FIX_ALL = 'source.fixAll.factlint';

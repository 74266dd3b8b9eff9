import type { CheckOptions } from '../checker.ts';
import type { Problem } from '../facts/facts.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { CalendarDate } from '../text/calendarDate.ts';
import { type Config, findConfig, loadConfig } from './config.ts';
import type { FactsPlan, FactsText } from './factsLayers.ts';
import type { FileSystem } from './fileSystem.ts';
import { folderOf, within } from './paths.ts';

/** A folder whose drafts share one configuration and one set of facts. */
export interface Project {
  /** Globs count from here: the folder of the configuration, or else the folder worked in. */
  readonly root: string;
  readonly settings: Settings;
  readonly facts: FactsPlan;
  readonly check: CheckOptions;
}

/** What the user said for this run; it wins over every configuration. */
export interface Overrides {
  readonly config?: string;
  readonly facts: readonly string[];
  readonly noBundled: boolean;
  readonly asOf?: Required<CalendarDate>;
  readonly today: Required<CalendarDate>;
  readonly bundled: () => readonly FactsText[];
  readonly workingFolder: string;
}

/** Finds each file's project; folders and configurations are looked at once. */
export interface Projects {
  /** `base` is the folder that was asked for; without a configuration it is the root of what lies in it. */
  projectOf(file: string, base: string): Project;
  /** Of the configurations read so far. */
  problems(): readonly Problem[];
}

/** Opens the projects of one run. */
export function openProjects(fileSystem: FileSystem, overrides: Overrides): Projects {
  const configs = new Map<string, string | undefined>();
  const projects = new Map<string, Project>();
  const problems: Problem[] = [];

  function configOf(folder: string): string | undefined {
    if (overrides.config !== undefined) return overrides.config;
    if (!configs.has(folder)) configs.set(folder, findConfig(fileSystem, folder));
    return configs.get(folder);
  }
  function open(config: Config, root: string): Project {
    problems.push(...config.problems);
    return toProject(config, root, overrides);
  }
  return {
    projectOf(file, base) {
      const path = configOf(folderOf(file));
      const root = within(overrides.workingFolder, base) === undefined ? base : overrides.workingFolder;
      const key = path ?? root;
      let project = projects.get(key);
      if (!project) {
        project =
          path === undefined ? open(NO_CONFIG, root) : open(loadConfig(fileSystem, path), folderOf(path));
        projects.set(key, project);
      }
      return project;
    },
    problems: () => problems,
  };
}

const NO_CONFIG: Config = { settings: readSettings(undefined).settings, given: new Set(), problems: [] };

function toProject(config: Config, root: string, overrides: Overrides): Project {
  const { settings } = config;
  const useBundled = settings.bundled && !overrides.noBundled;
  return {
    root,
    settings,
    facts: {
      root,
      globs: settings.facts,
      imports: settings.imports,
      named: overrides.facts,
      bundled: useBundled ? overrides.bundled() : [],
      maxFileSize: settings.maxFileSize,
    },
    check: {
      asOf: overrides.asOf ?? settings.asOf ?? overrides.today,
      rules: settings.rules,
      names: settings.names,
      dateOrder: settings.dateOrder,
      accepted: settings.accepted,
    },
  };
}

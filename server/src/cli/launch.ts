import { launch } from '../project/launch.ts';

/** `dist/cli.js`: starts the command line. */
launch('cli', module);

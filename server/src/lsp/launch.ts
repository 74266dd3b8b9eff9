import { launch } from '../project/launch.ts';

/** `dist/server.js`: starts the language server. */
launch('server', module);

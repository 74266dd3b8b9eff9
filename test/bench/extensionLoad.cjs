// `node extensionLoad.cjs EXTENSION`: milliseconds to load the extension's code, with a stand-in for the editor's own module.
const Module = require('node:module');

/** Answers every name with itself: enough for code that only names what the editor has. */
const anything = new Proxy(class {}, {
  get: (target, name) => (name in target || typeof name === 'symbol' ? target[name] : anything),
  apply: () => anything,
});
const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest));

const start = performance.now();
require(process.argv[2]);
console.log((performance.now() - start).toFixed(1));

// Installs what the scale test needs: GNU parallel, SSH and the tools for network namespaces. Safe to run again.
import { installDebianPackages } from '../support/debian.mjs';
import { PROGRAMS } from './hosts.mjs';

installDebianPackages(Object.values(PROGRAMS));
console.log(`The scale test can run: ${Object.values(PROGRAMS).join(', ')} are here.`);

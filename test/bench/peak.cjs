// Preloaded into a measured program: leaves its peak memory and processor time in a file when it ends.
const { readFileSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/** In MB. Linux's own mark where there is one: `maxRSS` still holds that of the process which started this one. */
function peakMb() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

if (isMainThread && process.env.BENCH_PEAK) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(
      process.env.BENCH_PEAK,
      JSON.stringify({ peakMb: peakMb(), cpuMs: (userCPUTime + systemCPUTime) / 1000 }),
    );
  });
}

module.exports = { peakMb };

#!/usr/bin/env node
import { optimizeLate } from '../synth/environment/late-optimization';

// Before anything else is loaded: code that was compiled ahead is good for the flags that it was compiled with.
optimizeLate();
const { runCommandLine } = require('./command-line') as typeof import('./command-line');

// The package's own description, found by name from the sources and from the compiled code alike.
const { version } = require('cdk8s-drydock/package.json') as { version: string };

// Who reads the output may stop before its end, as head does: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const SIGNALS: readonly NodeJS.Signals[] = ['SIGHUP', 'SIGINT', 'SIGTERM'];

void runCommandLine(process.argv.slice(2), version, {
  cwd: process.cwd(),
  env: process.env,
  errIsTerminal: process.stderr.isTTY,
  onSignal: listener => {
    for (const signal of SIGNALS) process.on(signal, listener);
    return () => {
      for (const signal of SIGNALS) process.off(signal, listener);
    };
  },
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
}).then(exitCode => {
  // Not process.exit(), which would cut off what is still being written.
  process.exitCode = exitCode;
});

// Runs a child in the foreground and passes signals on, so that Ctrl-C and a supervisor's SIGTERM
// reach the server and its graceful stop, whichever process they were sent to.
import { spawn } from 'node:child_process';

/** @returns {Promise<number>} the exit code; 128 + n when a signal ended the child. */
export function runInherited(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    const forward = (signal) => child.kill(signal);
    process.on('SIGTERM', forward);
    process.on('SIGHUP', forward);
    process.on('SIGINT', () => {}); // the terminal sends it to the child as well
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      const signals = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
      resolve(code ?? 128 + (signals[signal] ?? 0));
    });
  });
}

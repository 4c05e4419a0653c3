// npm run format: formatter and safe fixes of the linter, over the whole repository or the paths given.
import { BIOME, runForeground } from './steps.ts';

process.exitCode = await runForeground([BIOME, 'check', '--write', ...process.argv.slice(2)], {});

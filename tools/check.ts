// npm run check: what CI asks of every commit, apart from the tests that need a browser or a server.
import { codeSteps, houseStep, runSteps } from './steps.ts';

process.exitCode = (await runSteps([...codeSteps(), houseStep()])) ? 0 : 1;

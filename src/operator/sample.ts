import { seedDemo } from '../../seeds/demo.ts';
import { seedSmall } from '../../seeds/small.ts';
import type { App } from '../app.ts';
import type { Progress } from './output.ts';

export { DEMO_PASSWORD } from '../../seeds/demo.ts';

/** Puts sample data in through the rooms' own commands, and lets the work it ordered run. */
export async function seedSample(app: App, which: 'small' | 'demo', progress: Progress): Promise<void> {
  if (which === 'demo') await seedDemo(app.ports, (line) => progress.step(`  ${line} …`));
  else await seedSmall(app.ports);
  progress.step('  …');
  await app.ports.jobs.drain();
  progress.done();
}

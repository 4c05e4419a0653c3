import path from 'node:path';
import { runOperator } from '../../src/operator/index.ts';

export interface Said {
  code: number;
  out: string;
  err: string;
}

/** One command line of the operator's tool, in this process; words with spaces stand in double quotes. */
export async function runTool(line: string, env: Record<string, string> = {}): Promise<Said> {
  let [out, err] = ['', ''];
  const argv = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/"/g, ''));
  const code = await runOperator({
    ...{ argv, env, root: path.resolve(import.meta.dirname, '../..') },
    out: {
      write: (text: string) => {
        out += text;
      },
    },
    err: {
      write: (text: string) => {
        err += text;
      },
    },
  });
  return { code, out, err };
}

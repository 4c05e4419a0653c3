import { Refusal } from '../../src/rules/refusal.ts';

/** For assert.rejects: a refusal with this code, belonging to this field, that speaks both languages. */
export function isRefusal(code: string, field?: string): (error: unknown) => boolean {
  return (error) => {
    if (!(error instanceof Refusal)) throw error;
    if (error.code !== code) throw new Error(`Refused with ${error.code}, not ${code}: ${error.message}`);
    if (field !== undefined && error.field !== field)
      throw new Error(`Refused at ${error.field}, not ${field}`);
    return error.words.vi !== '' && error.words.en !== '';
  };
}

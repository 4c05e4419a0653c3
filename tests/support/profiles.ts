import assert from 'node:assert/strict';
import { type Profile, shippedProfiles } from '../../src/rules/profile/index.ts';

const profiles = shippedProfiles();

/** A shipped profile by its code. */
export function profileOf(code: string): Profile {
  return profiles.get(code) ?? assert.fail(`no profile ${code}`);
}

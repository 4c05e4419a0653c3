import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Profile,
  ProfileError,
  type ProfileSet,
  parseProfile,
  shippedProfiles,
} from '../../rules/profile/index.ts';

/** Where an operator puts regulations that do not come with the product: one JSON file each, named after its code. */
export function profilesFolder(dataDir: string): string {
  return path.join(dataDir, 'profiles');
}

/**
 * The profiles of the installation: those that come with the product and those of DATA_DIR/profiles. Read once by
 * whoever starts; a changed file counts from the next start.
 *
 * @throws ProfileError naming the file, the value and what it must be
 */
export function readProfiles(dataDir: string): ProfileSet {
  const folder = profilesFolder(dataDir);
  return shippedProfiles(listFiles(folder).map((name) => readOne(folder, name)));
}

/** The folder need not be there. */
function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new ProfileError(`${folder}: cannot be read (${(error as NodeJS.ErrnoException).code})`, {
      cause: error,
    });
  }
}

function readOne(folder: string, name: string): Profile {
  const file = path.join(folder, name);
  let json: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    json = JSON.parse(text.normalize('NFC'));
  } catch (error) {
    throw new ProfileError(`${file}: cannot be read as JSON in UTF-8 (${(error as Error).message})`, {
      cause: error,
    });
  }
  const profile = parseProfile(json);
  if (`${profile.code}.json` !== name) {
    throw new ProfileError(
      `${file}: code must be the name of the file, found ${JSON.stringify(profile.code)}`,
    );
  }
  return profile;
}

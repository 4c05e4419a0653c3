import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandWords, machineText } from '../../src/rooms/audit/command-words.ts';
import { ROOMS } from '../../src/rooms.ts';

test('every command of every room has its name in the record', () => {
  const names = ROOMS.flatMap((room) => room.commands.map((command) => command.name));
  assert.deepEqual(
    names.filter((name) => !commandWords[name]),
    [],
    'Add a row to src/rooms/audit/command-words.ts: what was done, in Vietnamese and in English.',
  );
});

test('every job that writes to the record is called by its room, never by the name of a function', () => {
  const names = [
    ...ROOMS.flatMap((room) => room.jobs.map((job) => job.name)),
    ...['operator', 'public', 'scanner', 'sign-in', 'mail-link', 'proposal', 'imports.key-3'],
  ];
  for (const lang of ['vi', 'en'] as const)
    assert.deepEqual(
      names.filter((name) => machineText(name, lang) === name),
      [],
    );
});

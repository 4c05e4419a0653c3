import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandWords } from '../../src/rooms/audit/command-words.ts';
import { ROOMS } from '../../src/rooms.ts';

test('every command of every room has its name in the record', () => {
  const names = ROOMS.flatMap((room) => room.commands.map((command) => command.name));
  assert.deepEqual(
    names.filter((name) => !commandWords[name]),
    [],
    'Add a row to src/rooms/audit/command-words.ts: what was done, in Vietnamese and in English.',
  );
});

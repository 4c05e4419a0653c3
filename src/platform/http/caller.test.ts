import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callerOf } from './caller.ts';

const socket = { remoteAddress: '::ffff:10.0.0.9', remotePort: 51_000 };
const forwarded = { 'x-forwarded-for': '203.0.113.7', 'x-real-port': '40123' };

test('what the client sends about itself does not count unless the server in front is trusted', () => {
  const arrival = { ip: '::ffff:10.0.0.9', headers: forwarded, socket };
  assert.deepEqual(callerOf(arrival, false), { address: '10.0.0.9', port: 51_000 });
});

test('behind a trusted proxy address and port are what it says', () => {
  const arrival = { ip: '203.0.113.7', headers: forwarded, socket };
  assert.deepEqual(callerOf(arrival, true), { address: '203.0.113.7', port: 40_123 });
  const six = { ip: '2001:db8::7%eth0', headers: forwarded, socket };
  assert.deepEqual(callerOf(six, true), { address: '2001:db8::7', port: 40_123 });
});

test('a port the proxy does not tell, or that is none, is unknown and not that of the proxy', () => {
  for (const port of [undefined, '', '0', '65536', '12a', ['1', '2']]) {
    const headers = { 'x-forwarded-for': '203.0.113.7', 'x-real-port': port };
    assert.deepEqual(callerOf({ ip: '203.0.113.7', headers, socket }, true), {
      address: '203.0.113.7',
      port: null,
    });
  }
});

test('a request that came past the proxy, or with an address that is none, is known by its connection', () => {
  assert.deepEqual(callerOf({ ip: '10.0.0.9', headers: {}, socket }, true), {
    address: '10.0.0.9',
    port: 51_000,
  });
  const nonsense = { ip: 'unknown', headers: { 'x-forwarded-for': 'unknown' }, socket };
  assert.deepEqual(callerOf(nonsense, true), { address: '10.0.0.9', port: 51_000 });
});

test('of a connection that is gone nothing is known', () => {
  assert.equal(callerOf({ ip: '', headers: {}, socket: {} }, false), undefined);
});

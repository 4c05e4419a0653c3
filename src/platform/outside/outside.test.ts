import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type StandInInternet, startInternet } from '../../../tests/support/outside.ts';
import { createOutside, isPublicAddress, readOutsideAddress, verdictOf } from './index.ts';

const WHO = 'Cong-Lang (+https://www.laocai.gov.vn/)';

test('only addresses of the internet are public: none of this machine, its house, its provider, of tunnels or documents', () => {
  for (const one of ['9.9.9.9', '113.160.1.1', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])
    assert.equal(isPublicAddress(one), true, one);
  const closed = [
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
  ];
  closed.push('169.254.169.254', '100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255');
  closed.push('::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:9.9.9.9');
  closed.push('64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001:0:7f00:1::', 'example.vn', '');
  for (const one of closed) assert.equal(isPublicAddress(one), false, one);
});

test('an address is remembered in the one way it is written; what is no address of the web is none', () => {
  const same: [string, string][] = [
    ['HTTPS://WWW.Example.VN:443/a b#phan-2', 'https://www.example.vn/a%20b'],
    ['http://tên-miền.vn/x?y=ô', 'http://xn--tn-min-iva0322d.vn/x?y=%C3%B4'],
    [' https://example.vn ', 'https://example.vn/'],
    ['http://0x7f.1/', 'http://127.0.0.1/'],
  ];
  for (const [text, address] of same) assert.equal(readOutsideAddress(text), address);
  const none = [
    '/tin-tuc/1',
    'mailto:a@b.vn',
    'ftp://a.vn/',
    'https://',
    'https://a:b@c.vn/',
    'http://a.vn:25/',
  ];
  for (const text of [...none, `https://a.vn/${'x'.repeat(2_000)}`])
    assert.equal(readOutsideAddress(text), undefined, text.slice(0, 40));
});

describe('Asking outside', () => {
  let web: StandInInternet;
  before(async () => {
    web = await startInternet();
  });
  beforeEach(() => {
    web.pages.clear();
    web.names.clear();
    web.asked.length = 0;
    web.reached.length = 0;
  });
  after(() => web.stop());
  const ask = (address: string) => web.outside.ask(address, WHO);
  const reasonOf = async (address: string) => (await ask(address)).reason;

  test('what opens is asked once, by HEAD, saying who asks; the rest of a page is not fetched', async () => {
    web.pages.set('mo.example.vn/trang', 200);
    assert.deepEqual(await ask('http://mo.example.vn/trang'), {
      ...{ reason: 'opened', status: 200, host: 'mo.example.vn' },
    });
    assert.deepEqual(web.asked, ['HEAD mo.example.vn/trang']);
    assert.equal(web.lastHeaders()['user-agent'], WHO);
    assert.deepEqual([web.lastHeaders().cookie, web.lastHeaders().referer], [undefined, undefined]);
  });

  test('a server that answers HEAD wrongly is asked again by GET, for one byte, and broken off at the head', async () => {
    let sent = 0;
    web.pages.set('cu.example.vn/', ({ request, response }) => {
      if (request.method === 'HEAD') {
        response.writeHead(405).end();
        return;
      }
      assert.equal(request.headers.range, 'bytes=0-0');
      response.writeHead(200);
      const more = setInterval(() => {
        sent += 100_000;
        response.write('x'.repeat(100_000));
      }, 5);
      response.once('close', () => clearInterval(more));
    });
    assert.equal(await reasonOf('http://cu.example.vn/'), 'opened');
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.ok(sent < 1_000_000, `${sent} bytes were sent after the head`);
  });

  test('what each answer means: gone, broken, closed to machines, silent, refused, nobody', async () => {
    web.pages.set('a.vn/410', 410).set('a.vn/500', 500).set('a.vn/403', 403).set('a.vn/429', 429);
    web.pages.set('a.vn/im', () => undefined).set('a.vn/dut', ({ request }) => request.socket.destroy());
    const meanings: [string, string, string][] = [
      ['http://a.vn/404', 'not-there', 'fails'],
      ['http://a.vn/410', 'not-there', 'fails'],
      ['http://a.vn/500', 'error', 'fails'],
      ['http://a.vn/403', 'closed', 'unclear'],
      ['http://a.vn/429', 'closed', 'unclear'],
      ['http://a.vn/im', 'silent', 'fails'],
      ['http://a.vn/dut', 'refused', 'fails'],
      ['http://khong-ai.vn/', 'no-host', 'fails'],
      ['https://a.vn/', 'odd', 'unclear'], // what answers there speaks no TLS
    ];
    for (const [address, reason, verdict] of meanings) {
      const answer = await ask(address);
      assert.deepEqual([answer.reason, verdictOf(answer.reason)], [reason, verdict], address);
    }
  });

  test('a redirect is followed a few times, and a circle is no fault of the page', async () => {
    web.pages
      .set('cu.vn/', [301, { location: 'http://moi.vn/trang' }])
      .set('moi.vn/trang', [302, { location: '/b' }]);
    web.pages.set('moi.vn/b', 200).set('vong.vn/', [302, { location: 'http://vong.vn/' }]);
    web.pages.set('mat.vn/', [302, { location: 'http://moi.vn/khong-co' }]);
    assert.deepEqual(await ask('http://cu.vn/'), { reason: 'opened', status: 200, host: 'moi.vn' });
    assert.equal(await reasonOf('http://vong.vn/'), 'circle');
    assert.equal(await reasonOf('http://mat.vn/'), 'not-there');
    const rounds = web.asked.filter((one) => one.startsWith('HEAD vong.vn'));
    assert.equal(rounds.length, 6);
  });

  test('nothing inside is ever connected to: by its number, by its name, by a redirect, by one address of several', async () => {
    web.names
      .set('trong.vn', ['10.0.0.5'])
      .set('meta.vn', ['169.254.169.254'])
      .set('hai.vn', ['9.9.9.9', '127.0.0.1']);
    web.names.set('sau.vn', ['::1']).set('gia.vn', ['::ffff:10.0.0.5']);
    web.pages.set('ngoai.vn/', [302, { location: 'http://169.254.169.254/latest/meta-data/' }]);
    web.pages.set('ngoai.vn/b', [302, { location: 'http://trong.vn/' }]);
    web.pages.set('ngoai.vn/c', [302, { location: 'file:///etc/passwd' }]);
    web.pages.set('ngoai.vn/d', [302, { location: 'http://ngoai.vn:22/' }]);
    const inside = [
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://0x7f.1/',
      'http://2130706433/',
      'http://trong.vn/',
    ];
    inside.push('http://meta.vn/', 'http://hai.vn/', 'http://sau.vn/', 'http://gia.vn/', 'http://ngoai.vn/');
    inside.push(
      'http://ngoai.vn/b',
      'http://ngoai.vn/c',
      'http://ngoai.vn/d',
      'http://a:b@ngoai.vn/e',
      'khong phai',
    );
    for (const address of inside) assert.equal(await reasonOf(address), 'inside', address);
    assert.deepEqual([...new Set(web.reached)], ['9.9.9.9']);
    assert.ok(
      web.asked.every((one) => /^\w+ ngoai\.vn\//.test(one)),
      web.asked.join(),
    );
  });

  test('a name is asked at the address that was looked at, though the resolver says another the next time', async () => {
    web.pages.set('doi.vn/', 200);
    let times = 0;
    const turning = await startInternet({
      resolve: async () => (times++ === 0 ? ['9.9.9.9'] : ['127.0.0.1']),
    });
    turning.pages.set('doi.vn/', 200);
    assert.equal((await turning.outside.ask('http://doi.vn/', WHO)).reason, 'opened');
    assert.deepEqual([times, turning.reached], [1, ['9.9.9.9']]);
    await turning.stop();
  });

  test('a resolver without an answer holds nothing up', async () => {
    const outside = createOutside({ resolve: () => new Promise(() => undefined), hopMs: 50 });
    // the deadline of a request keeps no process alive: something else must
    const awake = setInterval(() => undefined, 10);
    assert.equal((await outside.ask('http://im.vn/', WHO)).reason, 'silent');
    clearInterval(awake);
  });

  test('without a stand-in a machine is connected to as it is named', async () => {
    const door = net.createServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const { port } = door.address() as net.AddressInfo;
    const real = createOutside({ hopMs: 500 });
    assert.equal((await real.ask(`http://localhost:${port}/`, WHO)).reason, 'inside');
    await new Promise((resolve) => door.close(resolve));
  });
});

describe('A round', () => {
  let internet: StandInInternet;
  before(async () => {
    internet = await startInternet({ pace: { atOnce: 2, gapMs: 40 } });
  });
  after(() => internet.stop());
  const round = (addresses: string[], allMs = 5_000) =>
    internet.outside.askAll({ addresses, userAgent: WHO, allMs });

  test('the addresses of one host are asked one after another with a pause, other hosts meanwhile', async () => {
    const running = new Map<string, number>();
    const began: [host: string, at: number][] = [];
    const page =
      (host: string) =>
      ({
        request,
        response,
      }: {
        request: { method?: string | undefined };
        response: import('node:http').ServerResponse;
      }) => {
        assert.equal(running.get(host) ?? 0, 0, `${host} is asked twice at a time`);
        assert.equal(request.method, 'HEAD');
        running.set(host, 1);
        began.push([host, performance.now()]);
        setTimeout(() => {
          running.set(host, 0);
          response.writeHead(200).end();
        }, 20);
      };
    const addresses: string[] = [];
    for (const host of ['mot.vn', 'hai.vn', 'ba.vn'])
      for (const path of ['1', '2', '3']) {
        internet.pages.set(`${host}/${path}`, page(host));
        addresses.push(`http://${host}/${path}`);
      }
    const heard = await round(addresses);
    assert.equal(heard.size, 9);
    const times = (host: string) => began.filter(([one]) => one === host).map(([, at]) => at);
    for (const host of ['mot.vn', 'hai.vn', 'ba.vn'])
      for (const [index, at] of times(host).entries())
        if (index > 0) assert.ok(at - (times(host)[index - 1] ?? 0) >= 55, `${host} had no pause`);
    assert.ok((times('hai.vn')[0] ?? 0) < (times('mot.vn')[2] ?? 0), 'two hosts are asked side by side');
    assert.ok((times('ba.vn')[0] ?? 0) > Math.min(times('mot.vn')[2] ?? 0, times('hai.vn')[2] ?? 0));
  });

  test('whoever says that it is too much, or is silent, is left in peace; a host that is away is asked once for all', async () => {
    internet.pages
      .set('nhieu.vn/1', 503)
      .set('nhieu.vn/2', 200)
      .set('im.vn/1', () => undefined)
      .set('im.vn/2', 200);
    internet.pages.set('dan.vn/1', [302, { location: 'http://vang-mat.vn/' }]).set('dan.vn/2', 200);
    const asked = [
      'nhieu.vn/1',
      'nhieu.vn/2',
      'im.vn/1',
      'im.vn/2',
      'vang-mat.vn/1',
      'vang-mat.vn/2',
      'dan.vn/1',
      'dan.vn/2',
    ];
    const heard = await round(asked.map((one) => `http://${one}`));
    const said = Object.fromEntries([...heard].map(([address, { reason }]) => [address.slice(7), reason]));
    assert.deepEqual(said, {
      ...{
        'nhieu.vn/1': 'error',
        'im.vn/1': 'silent',
        'vang-mat.vn/1': 'no-host',
        'vang-mat.vn/2': 'no-host',
      },
      // led to a host that is away: its own other pages are asked
      ...{ 'dan.vn/1': 'no-host', 'dan.vn/2': 'opened' },
    });
  });

  test('a round ends at its time, and what was not asked is not in it', async () => {
    const addresses = Array.from({ length: 50 }, (_, index) => `http://lau.vn/${index}`);
    internet.pages.set('lau.vn/', 200);
    const heard = await round(addresses, 200);
    assert.ok(heard.size >= 2 && heard.size < 10, `${heard.size} were asked`);
  });
});

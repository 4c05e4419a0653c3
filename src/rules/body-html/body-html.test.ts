import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BODY_TAGS,
  bodyText,
  excerpt,
  fileAddresses,
  isOwnFileAddress,
  sanitiseBody,
  wordCount,
} from './index.ts';

const clean = (html: string): string => sanitiseBody(html).html;
const codes = (html: string): string[] => sanitiseBody(html).findings.map(({ code }) => code);

/** A small reproducible source of numbers (mulberry32), so that a failing seed can be run again. */
const numbers = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const TAGS = [
  ...Object.keys(BODY_TAGS),
  ...'h1 h5 h6 div span b i u font section dl dt dd pre svg math style script noscript textarea form input'.split(
    ' ',
  ),
  ...'iframe select option template title colgroup col hr center nobr mglyph annotation-xml foreignObject'.split(
    ' ',
  ),
];
const TEXTS = [
  'Điều 1.',
  ' ',
  '\u00A0',
  ' và ',
  '<',
  '>',
  '&lt;script&gt;',
  '&amp;',
  '\u0338',
  'e\u0302\u0323',
  '\u0301',
  '"',
  "'",
  '\n\n',
  '\u200B',
  '\u202E',
  '\uD800',
  '&#x6A;avascript:',
  '-->',
  '<!--',
  ']]>',
  '<![CDATA[',
  'a\u00A0 b',
  '</',
  '<p',
  '=',
  '`',
];
const ATTRIBUTES = [
  'href="https://vi.du.vn/?a=1&b=2"',
  'href="javascript:alert(1)"',
  'href=//vi.du.vn',
  'href="/tin/1"',
  'href="mailto:a@vi.du"',
  'src="/tep/ab/anh.png"',
  'src=x',
  'onerror=alert(1)',
  'style="x:y"',
  'alt="&quot;><b>"',
  'colspan=2',
  'rowspan="0"',
  'scope=col',
  'width=10',
  'height=99999999',
  'class="a"',
  '"><img',
  'alt',
];

const soup = (seed: number): string => {
  const next = numbers(seed);
  let html = '';
  for (let step = 0; step < 5 + next(40); step += 1) {
    const tag = TAGS[next(TAGS.length)];
    const kind = next(10);
    if (kind < 4) html += `<${tag}${next(2) ? ` ${ATTRIBUTES[next(ATTRIBUTES.length)]}` : ''}>`;
    else if (kind < 6) html += `</${tag}>`;
    else html += TEXTS[next(TEXTS.length)];
  }
  return html;
};

/** Fails unless the HTML holds only the subset, with safe addresses and balanced tags. */
const assertSubset = (html: string, about: string): void => {
  const open: string[] = [];
  const rest = html.replace(/<(\/?)([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)>/g, (_, slash, tag, attributes) => {
    assert.ok(tag in BODY_TAGS, `${about}: <${tag}>`);
    for (const [, name, value] of String(attributes).matchAll(/ ([a-z]+)="([^"]*)"/g)) {
      assert.ok(BODY_TAGS[tag]?.includes(name ?? ''), `${about}: ${tag} ${name}`);
      if (name === 'src') assert.match(value ?? '', /^\/tep\//, about);
      if (name === 'href')
        assert.match(value ?? '', /^(?:https?:\/\/|mailto:|tel:|[^:]*$|[^:]*[/?#])/, about);
    }
    if (slash) assert.equal(open.pop(), tag, `${about}: unbalanced ${tag}`);
    else if (!['br', 'img', 'track'].includes(tag)) open.push(tag);
    return '';
  });
  assert.deepEqual(open, [], about);
  assert.doesNotMatch(rest, /[<>]/, about);
};

test('whatever goes in, only the subset comes out, and a second pass changes nothing', () => {
  for (let seed = 1; seed <= 3000; seed += 1) {
    const html = soup(seed);
    const once = clean(html);
    assertSubset(once, `seed ${seed}`);
    assert.equal(clean(once), once, `seed ${seed}: ${JSON.stringify(html)}`);
    assert.equal(once.normalize('NFC'), once, `seed ${seed} is NFC as a whole`);
  }
});

test('a clean body gives no findings on a second pass except hints to the author', () => {
  for (let seed = 1; seed <= 300; seed += 1)
    assert.deepEqual(
      codes(clean(soup(seed))).filter((code) => code !== 'imageWithoutAlt'),
      [],
      `seed ${seed}`,
    );
});

const ATTACKS = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="/tep/a.png" onload="alert(1)" style="position:fixed">',
  '<img/src="/tep/a"/onerror=alert(1)//>',
  '<img src="/tep/../../admin">',
  '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea></textarea><img src=x onerror=alert(1)></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<iframe src="javascript:alert(1)">&lt;script&gt;alert(1)&lt;/script&gt;</iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<a href="&#106;avascript&colon;alert(1)">x</a>',
  '<a href="java&Tab;script:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="\u200Bjavascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="https:javascript:alert(1)">x</a>',
  '<a href="//vi.du.vn/lua-dao">x</a>',
  '<a href="/\\vi.du.vn">x</a>',
  '<a href="\\\\vi.du.vn">x</a>',
  '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>',
  '<style>@import "javascript:alert(1)";</style>',
  '<link rel=stylesheet href="javascript:alert(1)"><meta http-equiv=refresh content="0;javascript:alert(1)"><base href="//x">',
  '<table background="javascript:alert(1)"><td onmouseover=alert(1)>x</table>',
  '<template><script>alert(1)</script></template>',
  '<select><style></select><img src=x onerror=alert(1)></style>',
  '<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>alert(1)</script>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  '<b><a href="https://a.vi.du"><a href="javascript:alert(1)">x</a></a></b>',
  '<input autofocus onfocus=alert(1)><button formaction="javascript:alert(1)">x</button>',
  '<details open ontoggle=alert(1)>x</details>',
  '<a href="https://a.vi.du" target=_blank rel=opener>x</a>',
  '<img src="/tep/a.png" alt="x&quot; onerror=&quot;alert(1)">',
];

test('the classic attacks leave nothing but the subset and its text', () => {
  for (const attack of ATTACKS) {
    const html = clean(attack);
    assertSubset(html, attack);
    assert.doesNotMatch(html, /<[^>]*(?:javascript|vbscript|data:|style=|\son\w+=")/i, attack);
    assert.equal(clean(html), html, attack);
  }
});

test('a very deep nesting and a large body are cleaned without failing', () => {
  assert.match(clean(`${'<blockquote>'.repeat(20_000)}chữ`), /chữ/);
  assert.match(clean(`${'<b><ul><li>'.repeat(5_000)}chữ`), /chữ/);
  const started = performance.now();
  clean('<p>Nội dung <b>đậm</b> và <i>nghiêng</i>.</p>'.repeat(20_000));
  assert.ok(performance.now() - started < 20_000);
});

test('scripts and styles disappear with their content, unknown markup leaves its text', () => {
  assert.equal(clean('<p>a<script>x()</script>b</p><style>p{}</style>'), '<p>ab</p>');
  assert.equal(clean('<p><span style="color:red">đỏ</span> <u>gạch</u></p>'), '<p>đỏ gạch</p>');
  assert.deepEqual(codes('<p onclick="x()">a<script>x()</script></p>'), [
    'removedAttribute',
    'removedActive',
  ]);
});

test('links: other sites get rel="noopener", unsafe ones leave their text and are told', () => {
  assert.equal(
    clean('<p><a href="https://vi.du.vn/a?b=1&c=2" target="_blank">x</a></p>'),
    '<p><a href="https://vi.du.vn/a?b=1&amp;c=2" rel="noopener">x</a></p>',
  );
  assert.equal(
    clean('<p><a href="/van-ban/1">x</a> <a href="#muc-1">y</a></p>'),
    '<p><a href="/van-ban/1">x</a> <a href="#muc-1">y</a></p>',
  );
  assert.equal(clean('<a href="mailto:hop-thu@vi.du">x</a>'), '<p><a href="mailto:hop-thu@vi.du">x</a></p>');
  assert.equal(clean('<a href="tel:+84 203 123 456">x</a>'), '<p><a href="tel:+84 203 123 456">x</a></p>');
  assert.deepEqual(codes('<p><a href="javascript:alert(1)">x</a></p>'), ['removedLink']);
});

test('images: only files of the portal stay, and a missing description is told', () => {
  assert.equal(
    clean('<p><img src="/tep/ab12/anh.jpg" alt="Cầu treo" width="800" height="600"></p>'),
    '<figure><img src="/tep/ab12/anh.jpg" alt="Cầu treo" width="800" height="600"></figure>',
  );
  assert.deepEqual(codes('<img src="https://vi.du.vn/a.png" alt="x">'), ['removedImage']);
  assert.deepEqual(codes('<img src="/tep/a.png">'), ['imageWithoutAlt']);
  for (const bad of [
    '/tep/',
    '/tep/a/../b',
    '/tep//a',
    '/tep/%2e%2e/a',
    '/tep/a%2f..',
    '/tepx/a',
    'tep/a',
    '/tep/a?b',
    '/tep/a b',
  ])
    assert.equal(isOwnFileAddress(bad), false, bad);
  assert.equal(isOwnFileAddress('/tep/3f/ảnh-cổng.png'), true);
});

test('heading levels are repaired so that none is skipped and siblings stay siblings', () => {
  assert.equal(clean('<h1>a</h1><h4>b</h4><h4>c</h4><h2>d</h2>'), '<h2>a</h2><h3>b</h3><h3>c</h3><h3>d</h3>');
  assert.equal(clean('<h3>a</h3><h3>b</h3><h4>c</h4>'), '<h2>a</h2><h2>b</h2><h3>c</h3>');
  assert.deepEqual(codes('<h2>a</h2><h4>b</h4>'), ['headingRepaired']);
});

test('empty paragraphs are dropped, double breaks make paragraphs, blocks come out of paragraphs', () => {
  assert.equal(clean('<p>a</p><p>&nbsp;</p><p><br></p><p><b> </b></p>'), '<p>a</p>');
  assert.equal(clean('a<br><br>b<br>c'), '<p>a</p><p>b<br>c</p>');
  assert.equal(clean('<div>a<div>b</div>c</div>'), '<p>a</p><p>b</p><p>c</p>');
  assert.equal(
    clean('<p>a<table><tr><td>x</td></tr></table>b</p>'),
    '<p>a</p><table><tbody><tr><td>x</td></tr></tbody></table><p>b</p>',
  );
  assert.equal(clean('<li>a</li>'), '<ul><li>a</li></ul>');
  assert.equal(
    clean('<ul><li><p>a</p><p>b</p></li><ol><li>c</li></ol></ul>'),
    '<ul><li>a<p>b</p><ol><li>c</li></ol></li></ul>',
  );
});

test('the first row of a table becomes its header when it is marked as one', () => {
  const head = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>';
  const body = '<tbody><tr><td>1</td><td>2</td></tr></tbody>';
  assert.equal(
    clean('<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>'),
    `<table>${head}${body}</table>`,
  );
  assert.equal(
    clean('<table><thead><tr><td>A</td><td>B</td></tr></thead><tr><td>1</td><td>2</td></tr></table>'),
    `<table>${head}${body}</table>`,
  );
  assert.ok(
    codes('<table><tr><td><b>A</b></td><td><b>B</b></td></tr><tr><td>1</td><td>2</td></tr></table>').includes(
      'tableHeaderMarked',
    ),
  );
  assert.equal(clean('<table><tr><td>1</td><td>2</td></tr></table>'), `<table>${body}</table>`);
  assert.equal(
    clean('<table><caption>Biểu 1</caption><tr><th>Xã</th><td colspan=2 rowspan=1>5</td></tr></table>'),
    '<table><caption>Biểu 1</caption><tbody><tr><th scope="row">Xã</th><td colspan="2">5</td></tr></tbody></table>',
  );
});

test('letters are composed, hidden characters and turning marks are removed', () => {
  assert.equal(clean('<p>Tie\u0302\u0301ng</p>'), '<p>Tiếng</p>');
  assert.equal(clean('<p>a\u202Eb\u200Bc\u00ADd\uFEFF</p>'), '<p>abcd</p>');
  assert.deepEqual(codes('<p>e\u0302\u200B</p>'), ['controlsRemoved', 'composed']);
});
test('LC-024: in a passage in TCVN3 the soft hyphen is the letter ư and stays', () => {
  const old = '<p>N\u00ADíc s¹ch cho ®ång bµo, th\u00AD viÖn cho häc sinh</p>';
  assert.equal(clean(old), old);
  assert.equal(clean(clean(old)), old);
});

test('the text of a body has a line a block and a tab a cell', () => {
  const html = clean(
    '<h2>Tên</h2><p>Một<br>hai &amp; ba</p><ul><li>x</li><li>y</li></ul><table><tr><td>1</td><td><p>2</p><p>3</p></td></tr></table>',
  );
  assert.equal(bodyText(html), 'Tên\nMột\nhai & ba\nx\ny\n1\t2 3');
  assert.equal(bodyText(''), '');
});

test('words are counted by syllable and a number is one word', () => {
  assert.equal(wordCount('<p>Quyết định số 22/2016/QĐ-UBND, có 3.500 người.</p>'), 7);
  assert.equal(wordCount(''), 0);
});

test('an excerpt is cut between words, passes over headings and never is longer than asked', () => {
  const html = '<h2>Đề mục</h2><p>Ủy ban <strong>nhân dân</strong>, tỉnh ban hành.</p><p>Đoạn hai.</p>';
  assert.equal(excerpt(html, 200), 'Ủy ban nhân dân, tỉnh ban hành. Đoạn hai.');
  assert.equal(excerpt(html, 17), 'Ủy ban nhân dân…');
  for (let length = 1; length < 45; length += 1)
    assert.ok([...excerpt(html, length)].length <= length, String(length));
});

test('the files a body uses are listed once each by their hash', () => {
  const [one, two] = ['a'.repeat(64), 'b1'.repeat(32)];
  const html = clean(
    `<p><img src="/tep/${one}/anh.png" alt="x"> <a href="/tep/${two}">tệp</a> <a href="/tep/${one}">lại</a> <a href="https://vi.du.vn/tep/${'c'.repeat(64)}">ngoài</a></p>`,
  );
  assert.deepEqual(fileAddresses(html), [one, two]);
  assert.deepEqual(fileAddresses(''), []);
});

/**
 * Hostile texts, put together from the published families: OWASP's filter evasion sheet, the HTML5 security cheat
 * sheet, mutation XSS, polyglots, and the odd strings of the big list of naughty strings. Each is told from all others.
 */

/** Every payload calls this when it runs; the page counts the calls. */
const CALL = 'alert(1)';

const HANDLERS =
  'onerror onload onclick onmouseover onfocus onblur onpointerover onanimationstart ontoggle onbegin onstart onscroll onwheel oncopy onpaste oninput onbeforeinput onchange onsubmit onkeydown ondrag ondrop onplay oncanplay onloadstart onresize onhashchange onmessage onpageshow onpopstate onsecuritypolicyviolation ontransitionend onauxclick'.split(
    ' ',
  );
const CARRIERS = [
  (handler: string) => `<img src=x ${handler}=${CALL}>`,
  (handler: string) => `<svg ${handler}=${CALL}><circle r=9></svg>`,
  (handler: string) => `<body ${handler}=${CALL}>`,
  (handler: string) =>
    `<p ${handler}='${CALL}' style="animation-name:x" tabindex=0 autofocus contenteditable>chữ</p>`,
  (handler: string) => `<video src=x autoplay ${handler}="${CALL}"><source ${handler}="${CALL}"></video>`,
  (handler: string) => `<details open ${handler}=${CALL}><summary>x</summary></details>`,
  (handler: string) => `<a href=# ${handler}=${CALL}>nối</a>`,
  (handler: string) => `<table><td background=x ${handler}=${CALL}>ô</table>`,
];

const SCHEMES = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  ` javascript:${CALL}`,
  `java\tscript:${CALL}`,
  `java\nscript:${CALL}`,
  `java\rscript:${CALL}`,
  `\u0001javascript:${CALL}`,
  `javascript&colon;${CALL}`,
  `&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;${CALL}`,
  `&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;${CALL}`,
  `java&Tab;script:${CALL}`,
  `java&NewLine;script:${CALL}`,
  `javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/"/+/onmouseover=1/+/[*/[]/+${CALL}//'>`,
  `vbscript:msgbox(1)`,
  `data:text/html,<script>${CALL}</script>`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${CALL}"/>`,
  `livescript:${CALL}`,
  `feed:javascript:${CALL}`,
  `view-source:javascript:${CALL}`,
  `blob:${CALL}`,
  `//vi.du/canary`,
  `\\\\vi.du\\canary`,
  `https:javascript:${CALL}`,
];
const PLACES = [
  (href: string) => `<a href="${href}">nối</a>`,
  (href: string) => `<img src="${href}" alt="ảnh">`,
  (href: string) => `<iframe src="${href}"></iframe>`,
  (href: string) => `<form action="${href}"><button>gửi</button></form>`,
  (href: string) => `<svg><a xlink:href="${href}"><text>x</text></a></svg>`,
  (href: string) => `<video src="${href}" controls></video>`,
  (href: string) => `<object data="${href}"></object><embed src="${href}">`,
  (href: string) => `<p style="background:url(${href})">chữ</p>`,
  (href: string) => `<meta http-equiv=refresh content="0;url=${href}"><base href="${href}">`,
  (href: string) => `<span role="doc-footnote"><a href="${href}">x</a></span>`,
];

const MUTATIONS = [
  '<script>',
  `<script>${CALL}</script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`,
  `<svg></p><style><a id="</style><img src=1 onerror=${CALL}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${CALL}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${CALL}>`,
  `<noscript><p title="</noscript><img src=x onerror=${CALL}>">`,
  `<textarea></textarea><img src=x onerror=${CALL}></textarea>`,
  `<title><img src=x onerror=${CALL}></title>`,
  `<xmp><img src=x onerror=${CALL}></xmp>`,
  `<plaintext><script>${CALL}</script>`,
  `<!--<img src="--><img src=x onerror=${CALL}//">`,
  `<![CDATA[<script>${CALL}</script>]]>`,
  `<template><script>${CALL}</script></template>`,
  `<select><style></select><img src=x onerror=${CALL}></style>`,
  `<details><span role="doc-footnote"><img src=x onerror=${CALL}></span></details>`,
  `<section role="doc-endnotes"><ol><li id="x"><img src=x onerror=${CALL}></li></ol></section><a role="doc-noteref" href="#x">1</a>`,
  `<figure><details><summary><img src=x onerror=${CALL}></summary><script>${CALL}</script>x</details><img src="/tep/a"></figure>`,
  `<style>@import 'http://vi.du/canary';*{background:url(http://vi.du/canary)}</style>`,
  `<link rel=stylesheet href=http://vi.du/canary>`,
  `<img src=http://vi.du/canary width=1 height=1>`,
  `<video poster=http://vi.du/canary><track src=http://vi.du/canary default></video>`,
  `<input type=image src=http://vi.du/canary onerror=${CALL}>`,
  `<isindex type=image src=1 onerror=${CALL}>`,
  `"><svg/onload=${CALL}>`,
  `'-${CALL}-'`,
  `\`><img src=x onerror=${CALL}>`,
  `{{constructor.constructor('${CALL}')()}}`,
  `\${${CALL}}`,
  `<%= ${CALL} %>`,
  `</textarea><script>${CALL}</script>`,
  `</title><script>${CALL}</script>`,
  `--><script>${CALL}</script>`,
  `]]><script>${CALL}</script>`,
  `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(/* */oNcliCk=${CALL} )//%0D%0A%0d%0a//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=${CALL}//>\\x3e`,
];
/** Broken ways of writing a tag that browsers mend. */
const WRAPS = [
  (inner: string) => `<<${inner.slice(1)}`,
  (inner: string) => inner.replace(/ /g, '/'),
  (inner: string) => inner.replace(/ /g, '\u000c'),
  (inner: string) => inner.replace('>', ''),
  (inner: string) => inner.toUpperCase(),
];

const NAUGHTY = [
  'undefined',
  'null',
  'NaN',
  '0x0',
  '1;DROP TABLE edition',
  "1'; DROP TABLE edition-- 1",
  '$(touch /tmp/blns.fail)',
  '../../../../etc/passwd%00',
  'Ω≈ç√∫˜µ≤≥÷',
  '社會科學院語學研究所',
  'الكل في المجمو عة',
  'ʇnqıɹɥɟ',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗',
  '🏳0🌈️',
  '%s%s%s%n',
  '{0}',
  'CON PRN AUX NUL',
  'Đ đ Ơ ơ Ư ư',
].map((one) => one.normalize('NFC'));

/** All of them, each once. */
export function hostileTexts(): string[] {
  const handlers = HANDLERS.flatMap((handler) => CARRIERS.map((carry) => carry(handler)));
  const schemes = SCHEMES.flatMap((scheme) => PLACES.map((place) => place(scheme)));
  const wrapped = [
    ...MUTATIONS,
    ...HANDLERS.slice(0, 12).map((handler) => `<img src=x ${handler}=${CALL}>`),
  ].flatMap((one) => WRAPS.map((wrap) => wrap(one)));
  return [...new Set([...MUTATIONS, ...NAUGHTY, ...handlers, ...schemes, ...wrapped])];
}
